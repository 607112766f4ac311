"""The interface in French: one's ideas, their answers and rounds, comparing them, trying changes."""

TEXTS: dict[str, str] = {
    # what came of an idea, and what is different in a later brief
    "It was done": "C'est fait",
    "Something else was done": "On a fait autre chose",
    "It was not done": "On ne l'a pas fait",
    "Nothing is decided yet": "Rien n'est encore décidé",
    "not noted": "non noté",
    "Advice": "Conseil",
    "To beat": "À battre",
    "Note": "Remarque",
    "About": "Sujet",
    "Expected": "Attendu",
    "What came of it, noted on {day}": "Ce qui en est sorti, noté le {day}",
    "New": "Nouvelle",
    "Removed": "Retirée",
    "Reworded": "Reformulée",
    "not asked": "non posée",
    "asked now": "posée maintenant",
    "no longer asked": "n'est plus posée",
    "asked again": "posée de nouveau",
    "{now} (asked before as: {before})": "{now} (avant : {before})",
    # my ideas
    "Begun on this device. The list is kept by this browser; nobody else sees it.": (
        "Commencées sur cet appareil. La liste est gardée par ce navigateur ; personne d'autre ne la voit."
    ),
    (
        "Nothing was begun on this device yet. An idea appears here as soon as you start its questions, or open a "
        "link to edit one."
    ): (
        "Rien n'a encore été commencé sur cet appareil. Une idée apparaît ici dès que vous commencez ses "
        "questions, ou que vous ouvrez le lien de modification d'une idée."
    ),
    "{number} review is due: {names}. Open the brief, and note what happened.": (
        "{number} bilan est à faire : {names}. Ouvrez la synthèse et notez ce qui s'est passé."
    ),
    "{number} reviews are due: {names}. Open the brief, and note what happened.": (
        "{number} bilans sont à faire : {names}. Ouvrez chaque synthèse et notez ce qui s'est passé."
    ),
    "To see some of them side by side, tick {fewest} to {most}.": (
        "Pour en voir quelques-unes côte à côte, cochez-en de {fewest} à {most}."
    ),
    "Check a new idea": "Examiner une nouvelle idée",
    "Compare {number} idea": "Comparer {number} idée",
    "Compare {number} ideas": "Comparer {number} idées",
    "Your opinion on somebody else's idea": "Votre avis sur l'idée de quelqu'un d'autre",
    "Nothing is answered yet": "Aucune réponse pour l'instant",
    "{number} verdicts possible": "{number} verdicts possibles",
    "at most {number} more question": "encore {number} question au plus",
    "at most {number} more questions": "encore {number} questions au plus",
    "Open: {named}, {open}": "Encore ouvert : {named}, {open}",
    "Go on with “{name}”": "Continuer avec « {name} »",
    "Open": "Ouvrir",
    "Changed on {day}. {lasts}": "Modifiée le {day}. {lasts}",
    "Kept until {day}, and longer if you open it.": "Gardée jusqu'au {day}, et plus longtemps si vous l'ouvrez.",
    "Kept until you delete it.": "Gardée jusqu'à ce que vous la supprimiez.",
    "The rules have changed since. Open the brief to see what is different.": (
        "Les règles ont changé depuis. Ouvrez la synthèse pour voir ce qui est différent."
    ),
    "Rename": "Renommer",
    "New name": "Nouveau nom",
    "Duplicate": "Dupliquer",
    "Copy of {title}": "Copie de {title}",
    "Delete": "Supprimer",
    "Delete “{title}” for good, with its links and opinions? It cannot be brought back.": (
        "Supprimer définitivement « {title} », avec ses liens et ses avis ? Elle ne pourra pas être récupérée."
    ),
    "“{title}” was deleted.": "« {title} » a été supprimée.",
    "Show all {number}": "Les afficher toutes ({number})",
    "Copy or move your ideas": "Copier ou déplacer vos idées",
    (
        "One file with all ideas, for another device or as a copy for yourself. To go on with a single idea on "
        "your phone, open its brief and choose *Share*."
    ): (
        "Un fichier avec toutes les idées, pour un autre appareil ou comme copie pour vous. Pour continuer une "
        "seule idée sur votre téléphone, ouvrez sa synthèse et choisissez *Partager*."
    ),
    "Export all": "Tout exporter",
    # bringing in ideas
    "Import ideas": "Importer des idées",
    (
        "A file that “Export all” has made, a brief that was downloaded as JSON, or answers as YAML or JSON. What "
        "you bring in becomes an idea of its own."
    ): (
        "Un fichier créé par « Tout exporter », une synthèse téléchargée en JSON, ou des réponses en YAML ou en JSON. "
        "Ce que vous importez devient une nouvelle idée."
    ),
    "A file": "Un fichier",
    "Or its text": "Ou son texte",
    "Import": "Importer",
    "Choose a file or paste a text first.": "Choisissez d'abord un fichier ou collez un texte.",
    "This file is empty. Choose another one.": "Ce fichier est vide. Choisissez-en un autre.",
    "There are no ideas in this file. Export it again where your ideas are.": (
        "Il n'y a aucune idée dans ce fichier. Exportez-le de nouveau là où se trouvent vos idées."
    ),
    "This is too large: at most {most} MB. Nothing was changed.": (
        "C'est trop volumineux : {most} Mo au plus. Rien n'a été changé."
    ),
    "This has {size} MB; a brief has at most {most} MB.": (
        "Ce fichier fait {size} Mo ; une synthèse fait au plus {most} Mo."
    ),
    "{size} Nothing was changed. Is it the right file?": "{size} Rien n'a été changé. Est-ce le bon fichier ?",
    ("These ideas were created under different rules and open only with those: {names}{more}. Nothing was changed."): (
        "Ces idées viennent d'autres règles et ne s'ouvrent qu'avec elles : {names}{more}. Rien n'a été changé."
    ),
    "Brought in {number} idea.": "{number} idée importée.",
    "Brought in {number} ideas.": "{number} idées importées.",
    "{number} was here already.": "{number} était déjà là.",
    "{number} were here already.": "{number} étaient déjà là.",
    "Too long, so only the beginning was kept: {cut}.": "Trop long ; seul le début est gardé : {cut}.",
    "the name": "le nom",
    "{name} ({most} characters)": "{name} ({most} caractères)",
    ("This cannot be brought in as it is. Nothing was changed; correct it here or in the file, and try again."): (
        "Cela ne peut pas être importé tel quel. Rien n'a été changé ; corrigez-le ici ou dans le fichier, puis "
        "réessayez."
    ),
    "Line {line}:": "Ligne {line} :",
    # the answers of an idea
    "Your answers": "Vos réponses",
    "Nothing is answered yet. Select a question below, or start with the quick check.": (
        "Aucune réponse pour l'instant. Choisissez une question ci-dessous, ou commencez par la vérification rapide."
    ),
    "Start the quick check": "Commencer la vérification rapide",
    "Continue answering": "Continuer à répondre",
    "{done} of {number} question": "{done} sur {number}",
    "{done} of {number} questions": "{done} sur {number}",
    "Fill in more": "Compléter",
    "Keep it, or delete it": "Garder ou supprimer",
    (
        "In this browser, “My ideas” leads back to it. Elsewhere only the address of this page does: bookmark it. "
        "Anyone who has the address can change your work."
    ): (
        "Dans ce navigateur, « Mes idées » y ramène. Ailleurs, seule l'adresse de cette page le fait : ajoutez-la "
        "à vos favoris. Toute personne qui a l'adresse peut modifier votre travail."
    ),
    "This page's address is the only way back to your work. Bookmark it. Anyone who has it can change it.": (
        "Seule l'adresse de cette page ramène à votre travail. Ajoutez-la à vos favoris. Toute personne qui l'a "
        "peut le modifier."
    ),
    "Download the answers": "Télécharger les réponses",
    "Delete my work": "Supprimer mon travail",
    "All answers under this address will be deleted permanently.": (
        "Toutes les réponses à cette adresse seront supprimées définitivement."
    ),
    "Delete permanently": "Supprimer définitivement",
    "Your work was deleted.": "Votre travail a été supprimé.",
    # what if
    ("Change answers on a copy and see what follows. Your own answers do not change until you keep the new ones."): (
        "Changez des réponses sur une copie et voyez ce qui s'ensuit. Vos propres réponses ne changent pas tant "
        "que vous ne gardez pas les nouvelles."
    ),
    "Your own answers: {verdict}": "Vos propres réponses : {verdict}",
    "Same as with your own answers": "Comme avec vos propres réponses",
    "Nothing is changed yet. An arrow next to a choice shows what it would lead to.": (
        "Rien n'est encore changé. Une flèche à côté d'un choix montre à quoi il mènerait."
    ),
    "→ open: {number} verdicts": "→ encore ouvert : {number} verdicts",
    "What changed": "Ce qui a changé",
    "→ open: {names}": "→ encore ouvert : {names}",
    "Next to answer: {question}": "À répondre ensuite : {question}",
    "Tried here: **{answer}**": "Essayé ici : **{answer}**",
    "Undo": "Annuler",
    "Keep {number} change": "Garder {number} changement",
    "Keep {number} changes": "Garder {number} changements",
    "no rare case": "pas de cas rare",
    "from “{stops}”": "d'après « {stops} »",
    "From “{stops}”": "Depuis « {stops} »",
    "These were not asked one by one: they follow from what you said there.": (
        "Ces questions n'ont pas été posées une à une : leurs réponses découlent de ce que vous y avez dit."
    ),
    "Nothing is answered yet. Check an idea first, or open a worked case.": (
        "Rien n'a encore été répondu. Vérifiez d'abord une idée, ou ouvrez un cas traité."
    ),
    "Back to my answers": "Revenir à mes réponses",
    "These are your answers now.": "Ce sont maintenant vos réponses.",
    "none": "aucune",
    "Instead": "À la place",
    "open or none": "ouvert ou aucun",
    "Answers that decide": "Les réponses qui décident",
    "All other answers": "Toutes les autres réponses",
    "Not known": "Pas encore connu",
    # rounds
    (
        "Here you keep track of an idea of your own: its next steps and, round after round, the stages of its plan, "
        "what you tried and what came out. Open an idea, or check a new one."
    ): (
        "Suivez ici une idée à vous : ses prochaines étapes et, cycle après cycle, les phases de son plan, ce que "
        "vous avez essayé et ce qui en est sorti. Ouvrez une idée, ou vérifiez-en une nouvelle."
    ),
    (
        "Nobody gets through a plan in one go. Tick what is done. If something sends you back, end the round; the "
        "next one goes on from there."
    ): (
        "Personne ne suit un plan d'une traite. Cochez ce qui est fait. Si quelque chose vous ramène en arrière, "
        "terminez le cycle ; le suivant reprend à cet endroit."
    ),
    "There is no plan yet: {possible} verdicts are still possible. A plan comes with the verdict.": (
        "Il n'y a pas encore de plan : {possible} verdicts sont encore possibles. Le plan vient avec le verdict."
    ),
    "What the brief says to do first. Tick what is done.": (
        "Ce que la synthèse dit de faire d'abord. Cochez ce qui est fait."
    ),
    "Day on which next step {number} was done": "Jour où la prochaine étape {number} a été faite",
    "Done on {day}, for an earlier brief: {step}": "Fait le {day}, pour une synthèse antérieure : {step}",
    "What comes after: round {number}": "La suite : cycle {number}",
    "**Back to: {title}.** {go_back_when}": "**Retour à : {title}.** {go_back_when}",
    "Look at this answer first:": "Regardez d'abord cette réponse :",
    "Look at your answers": "Relire vos réponses",
    "What changed in the answers since the round before": "Ce qui a changé dans les réponses depuis le cycle précédent",
    "No answer has changed since the round before.": "Aucune réponse n'a changé depuis le cycle précédent.",
    "Day on which step {number} was done": "Jour où l'étape {number} a été faite",
    "Now:": "Maintenant :",
    "What comes out:": "Ce qui en sort :",
    "Done when:": "Fait quand :",
    "Go back when:": "Revenir en arrière quand :",
    "Has this answer changed?": "Cette réponse a-t-elle changé ?",
    "Every step of the plan is done. End the round, and note what came out.": (
        "Toutes les étapes du plan sont faites. Terminez le cycle et notez ce qui en est sorti."
    ),
    "End round {number}": "Terminer le cycle {number}",
    "What did you try?": "Qu'avez-vous essayé ?",
    "What came out?": "Qu'en est-il sorti ?",
    "What you type is saved as soon as you leave the field.": (
        "Ce que vous tapez est enregistré dès que vous quittez le champ."
    ),
    "What sends you back?": "Qu'est-ce qui vous ramène en arrière ?",
    "Nothing: I go on with the plan, in a new round": "Rien : je continue le plan, dans un nouveau cycle",
    "Round {number} is ended. “Take back”, at that round below, undoes it.": (
        "Le cycle {number} est terminé. « Reprendre ce cycle », plus bas, le rouvre."
    ),
    "done on": "fait le",
    "End round {number} and begin round {next}": "Terminer le cycle {number} et commencer le cycle {next}",
    "Say what you tried, in a few words. The round was not ended.": (
        "Dites en quelques mots ce que vous avez essayé. Le cycle n'est pas terminé."
    ),
    "An idea has at most {most} rounds.": "Une idée a au plus {most} cycles.",
    "The round was ended or taken back in another window.": "Le cycle a été terminé ou repris dans une autre fenêtre.",
    "See below what it is now.": "Voyez ci-dessous où il en est.",
    "Round {number}": "Cycle {number}",
    "Ended on {day}. Verdict then: {verdict}": "Terminé le {day}. Verdict à ce moment-là : {verdict}",
    "Tried:": "Essayé :",
    "Came out:": "Résultat :",
    "**Steps done:** {done}": "**Étapes faites :** {done}",
    "**Then back to:** {step}": "**Puis retour à :** {step}",
    "Take back": "Reprendre ce cycle",
    "Round {number} becomes the present one again. Its notes go back into the fields above; where you have typed "
    "something since, that stays.": (
        "Le cycle {number} redevient le cycle en cours. Ses notes retournent dans les champs ci-dessus ; là où vous "
        "avez tapé autre chose depuis, cela reste."
    ),
    # briefs under earlier editions, and links
    "Back to the brief": "Revenir à la synthèse",
    "Earlier editions": "Éditions antérieures",
    "A copy is kept each time you read a brief, so that you can compare when the rules change. There is none yet.": (
        "Une copie est gardée chaque fois que vous lisez une synthèse, pour comparer quand les règles changeront. Il "
        "n'y en a pas encore."
    ),
    "This is the brief as you read it on {day}.": "Voici la synthèse telle que vous l'avez lue le {day}.",
    "What is different now": "Ce qui est différent maintenant",
    "{day} at {hour}:{minute} ({zone})": "{day} à {hour} h {minute} ({zone})",
    "The link was withdrawn. It does not work any more.": "Le lien a été retiré. Il ne fonctionne plus.",
    "{number} more": "{number} de plus",
    "Also:": "Aussi :",
    "This is not a file of ideas: {problem}.": "Ce n'est pas un fichier d'idées : {problem}.",
    "Choose a file that “Export all” on this page has made.": (
        "Choisissez un fichier créé par « Tout exporter » sur cette page."
    ),
    "It may have been deleted. Start again.": "Il a peut-être été supprimé. Recommencez.",
}
