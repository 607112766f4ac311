"""The interface in French: worked cases, the search, the rules and what is proved about them."""

TEXTS: dict[str, str] = {
    # worked cases
    "These rules have no worked cases yet.": "Ces règles n'ont pas encore de cas traités.",
    (
        "Real problems whose outcome was published, failures among them. Answer one yourself first, then compare "
        "your answers with ours."
    ): (
        "De vrais problèmes dont le résultat a été publié, échecs compris. Répondez d'abord vous-même, puis "
        "comparez vos réponses aux nôtres."
    ),
    "Search the cases": "Chercher dans les cas",
    "for example: which customers will leave": "par exemple : quels clients vont partir",
    "{number} case": "{number} cas",
    "{number} cases": "{number} cas",
    "{count} of {every}": "{count} sur {every}",
    "No case fits. Take a filter away, or try another word.": (
        "Aucun cas ne correspond. Retirez un filtre, ou essayez un autre mot."
    ),
    "Show all {count}": "Tout afficher ({count})",
    "Filter": "Filtrer",
    "Field": "Domaine",
    "Any": "Indifférent",
    "Task type": "Type de tâche",
    "What decided": "Ce qui a décidé",
    "Show the verdicts": "Montrer les verdicts",
    "Try it first": "L'essayer d'abord",
    "All worked cases": "Tous les cas traités",
    "Show the verdict": "Montrer le verdict",
    "From our answers": "D'après nos réponses",
    "**From your answers:** not settled yet; still possible: {names}.": (
        "**D'après vos réponses :** pas encore décidé ; encore possible : {names}."
    ),
    "The numbers behind this: {numbers_from}": "D'où viennent ces chiffres : {numbers_from}",
    "Read the whole brief": "Lire toute la synthèse",
    "Answer it yourself": "Y répondre vous-même",
    "Change its answers": "Changer ses réponses",
    "Where we differ": "Où nous différons",
    "You have not answered any of its questions yet.": "Vous n'avez encore répondu à aucune de ses questions.",
    "Nowhere: we agree on all {number} question that you answered.": (
        "Nulle part : nous sommes d'accord sur la question à laquelle vous avez répondu ({number})."
    ),
    "Nowhere: we agree on all {number} questions that you answered.": (
        "Nulle part : nous sommes d'accord sur les {number} questions auxquelles vous avez répondu."
    ),
    "You: {yours}  \nWe: {own}": "Vous : {yours}  \nNous : {own}",
    "Your other {number} answer and ours are the same.": "Votre autre réponse est la même que la nôtre ({number}).",
    "Your other {number} answers and ours are the same.": "Vos {number} autres réponses sont les mêmes que les nôtres.",
    "Answer by answer": "Réponse par réponse",
    "We": "Nous",
    "not answered": "sans réponse",
    "not sure": "pas sûr",
    "What it teaches": "Ce que ce cas enseigne",
    # the search
    "Search lessons, worked cases, questions, rules, sources and words": (
        "Chercher dans les leçons, les cas traités, les questions, les règles, les sources et les mots"
    ),
    "for example: overfitting, or: which customers will leave": (
        "par exemple : surapprentissage, ou : quels clients vont partir"
    ),
    "Did you mean “{words}”?": "Vouliez-vous dire «\u00a0{words}\u00a0»\u00a0?",
    "Results for “{words}”:": "Résultats pour «\u00a0{words}\u00a0»\u00a0:",
    "Pages with some of these words:": "Pages avec certains de ces mots\u00a0:",
    "No page has all of these words. Pages with some of them:": (
        "Aucune page ne contient tous ces mots. Pages avec certains d'entre eux\u00a0:"
    ),
    "Nothing was found. Try another word, or fewer.": "Rien trouvé. Essayez un autre mot, ou moins de mots.",
    "{number} page": "{number} page",
    "{number} pages": "{number} pages",
    "Lesson": "Leçon",
    "Worked case": "Cas traité",
    "Word": "Mot",
    "Words": "Mots",
    # the decision map
    "How answers lead to a verdict": "Comment les réponses mènent à un verdict",
    "This case": "Ce cas",
    "This idea": "Cette idée",
    "{what} stops at gate {number}: **{title}**": "{what} s'arrête à la porte {number}\u00a0: **{title}**",
    "{what} stops at gate {numbers}, marked below.": "{what} s'arrête à la porte {numbers}, marquée plus bas.",
    "{what} can still stop at {number} of them, marked below.": (
        "{what} peut encore s'arrêter à {number} d'entre elles, marquées plus bas."
    ),
    (
        "Your answers are checked at {number} gates, in order. The first gate with a rule that holds stops them "
        "and gives the verdict; otherwise they continue to the next."
    ): (
        "Vos réponses passent par {number} portes, dans l'ordre. La première porte dont une règle s'applique les "
        "arrête et donne le verdict ; sinon, elles continuent jusqu'à la suivante."
    ),
    (
        "The filled part of a bar is the share of the possible sets of answers reaching the gate that stop there, "
        "counted exactly. Each set counts once, so this says nothing about how common a situation is."
    ): (
        "La partie remplie d'une barre est la part des jeux de réponses qui arrivent à une porte et s'y arrêtent, "
        "comptée exactement. Chaque jeu de réponses compte autant ; cela ne dit donc rien de la fréquence de "
        "chaque situation."
    ),
    "gate {number}, {title}: stops {share}": "porte {number}, {title} : arrête {share}",
    "you are here": "vous êtes ici",
    "stop {share}": "arrêt {share}",
    "continue {share} ↓": "suite {share} ↓",
    "Gate": "Porte",
    "Leads to": "Mène à",
    "Rules": "Règles",
    "all others": "tous les autres",
    "Reach it": "Y arrivent",
    "Stop here": "S'y arrêtent",
    "Shares of all complete sets of answers": "Parts de tous les jeux de réponses complets",
    "The rules at each gate": "Les règles à chaque porte",
    "Everything that no earlier gate has stopped.": "Tout ce qu'aucune porte précédente n'a arrêté.",
    "If {condition}.": "Si {condition}.",
    # what is proved
    "What is proved about this advice": "Ce qui est prouvé de ces conseils",
    (
        "Every set of answers must lead to exactly one verdict, every rule must be able to decide something, and no "
        "answer may be without effect. This is not tried out on examples. It is worked out for every "
        "possible set of answers."
    ): (
        "Chaque jeu de réponses doit mener à exactement un verdict, chaque règle doit pouvoir décider de quelque "
        "chose, et aucune réponse ne doit rester sans effet. Cela n'est pas essayé sur des exemples : c'est calculé "
        "pour tous les jeux de réponses possibles."
    ),
    (
        "A sheet is one complete set of answers. In the diagram, a node is a place where the answer to one question "
        "decides how to go on; sheets for which the rest is the same share their nodes."
    ): (
        "Un jeu de réponses répond à toutes les questions. Dans le diagramme, un nœud est un endroit où la réponse à "
        "une question décide de la suite ; les jeux qui ont la même suite partagent leurs nœuds."
    ),
    (
        "{number} more question asks for a number or for words of your own: it decides no verdict and is not counted "
        "here."
    ): (
        "{number} autre question demande un nombre ou vos propres mots : elle ne décide d'aucun verdict et n'est pas "
        "comptée ici."
    ),
    (
        "{number} more questions ask for numbers or for words of your own: they decide no verdict and are not counted "
        "here."
    ): (
        "{number} autres questions demandent des nombres ou vos propres mots : elles ne décident d'aucun verdict et ne "
        "sont pas comptées ici."
    ),
    "Checking every set of answers …": "Vérification de tous les jeux de réponses…",
    "{number} statement does not hold for these rules; see below.": (
        "{number} affirmation n'est pas vraie pour ces règles ; voir ci-dessous."
    ),
    "{number} statements do not hold for these rules; see below.": (
        "{number} affirmations ne sont pas vraies pour ces règles ; voir ci-dessous."
    ),
    "All {number} statements hold.": "Les {number} affirmations sont vraies.",
    (
        "{questions}, {rules} that decide, and {sheets} different complete sets of answers, in a diagram of "
        "{nodes} nodes."
    ): (
        "{questions}, {rules} qui décident et {sheets} jeux de réponses complets différents, dans un diagramme de "
        "{nodes} nœuds."
    ),
    "{number} rule": "{number} règle",
    "{number} rules": "{number} règles",
    "Statements": "Affirmations",
    "Proved.": "Prouvé.",
    "Does not hold.": "Faux.",
    "{number} checked": "{number} vérifiés",
    "{number} violation": "{number} violation",
    "{number} violations": "{number} violations",
    "and {number} more: see the command below": "et {number} de plus : voir la commande ci-dessous",
    "For example with {pairs}": "Par exemple avec {pairs}",
    "Where the sets of answers lead": "Où mènent les jeux de réponses",
    "Every set of answers counts the same here. This says nothing about how common each situation is.": (
        "Chaque jeu de réponses compte ici autant. Cela ne dit rien de la fréquence de chaque situation."
    ),
    "Sets of answers": "Jeux de réponses",
    "Sets of answers behind each verdict": "Jeux de réponses derrière chaque verdict",
    "Share of sets": "Part",
    "Which questions decide most": "Les questions qui décident le plus",
    "The share of sets of answers for which changing the answer to this question alone changes the verdict.": (
        "La part des jeux de réponses pour lesquels changer la réponse à cette seule question change le verdict."
    ),
    "Questions that decide most": "Questions qui décident le plus",
    "Repeat it": "Refaire ces preuves",
    "The same proofs run on every change to the rules. To run them on the command line:": (
        "Les mêmes preuves sont refaites à chaque changement des règles. Pour les refaire en ligne de commande :"
    ),
    "Rules: {name}, version {version}, digest {digest}": "Règles : {name}, version {version}, empreinte {digest}",
    # rules of one's own
    (
        "Everything that this application asks and says is in a folder of text files: its rules. You can write "
        "others, about any subject, or lay a few files over these: your own questions, wording, cases or lessons."
    ): (
        "Tout ce que cette application demande et dit est dans un dossier de fichiers texte : ses règles. Vous "
        "pouvez en écrire d'autres, sur n'importe quel sujet, ou superposer quelques fichiers à celles-ci : vos "
        "propres questions, formulations, cas ou leçons."
    ),
    "These rules can be used": "Ces règles peuvent servir",
    "{number} question": "{number} question",
    "{number} questions": "{number} questions",
    "{number} verdict": "{number} verdict",
    "{number} verdicts": "{number} verdicts",
    "{number} worked case": "{number} cas traité",
    "{number} worked cases": "{number} cas traités",
    "{number} lesson": "{number} leçon",
    "{number} lessons": "{number} leçons",
    "Answer their questions": "Répondre à leurs questions",
    "Their start page": "Leur page d'accueil",
    "What is proved about them": "Ce qui en est prouvé",
    "What differs from the rules below": "Ce qui diffère des règles de base",
    "Nothing differs: every entry reads as it does in the rules below.": (
        "Rien ne diffère : chaque entrée est la même que dans les règles de base."
    ),
    "{number} entry is new": "{number} entrée est nouvelle",
    "{number} entries are new": "{number} entrées sont nouvelles",
    "{number} entry is changed": "{number} entrée est modifiée",
    "{number} entries are changed": "{number} entrées sont modifiées",
    "Upload and check": "Envoyer et vérifier",
    (
        "Choose a folder as a zip, or its YAML files. They are checked first, and every mistake is listed with "
        "file, line and column. Nothing in them is executed, and nobody else sees them."
    ): (
        "Choisissez un dossier au format zip, ou ses fichiers YAML. Ils sont d'abord vérifiés, et chaque erreur "
        "est donnée avec son fichier, sa ligne et sa colonne. Rien de ce qu'ils contiennent n'est exécuté, et "
        "personne d'autre ne les voit."
    ),
    "What do you upload?": "Qu'envoyez-vous ?",
    "A whole rule base": "Une base de règles complète",
    "Files that are laid over the rules in use": "Des fichiers superposés aux règles en usage",
    "A zip, or YAML files": "Un zip, ou des fichiers YAML",
    "At most {number} MB and {max_files} files.": "{number} Mo et {max_files} fichiers au plus.",
    "Check and try": "Vérifier et essayer",
    "Choose a zip or some YAML files first.": "Choisissez d'abord un zip ou des fichiers YAML.",
    "Two of these files have the same name. Put them into their folders, in a zip.": (
        "Deux de ces fichiers ont le même nom. Rangez-les dans leurs dossiers, dans un zip."
    ),
    "Checking …": "Vérification…",
    "{number} problem": "{number} problème",
    "{number} problems": "{number} problèmes",
    "These rules cannot be used yet: {count}. Correct the files and upload them again.": (
        "Ces règles ne peuvent pas encore servir : {count}. Corrigez les fichiers et envoyez-les de nouveau."
    ),
    "Start from a small one": "Partir d'une petite base",
    (
        "A few short files about another subject, with comments that explain each field. Change one file after the "
        "other, and check it with `should-i-use-ml check`."
    ): (
        "Quelques courts fichiers sur un autre sujet, avec des commentaires qui expliquent chaque champ. Changez "
        "un fichier après l'autre, et vérifiez-le avec `should-i-use-ml check`."
    ),
    "Download the template": "Télécharger le modèle",
    "The rules in use": "Les règles en usage",
    "**{name}**, version {version}. {counts}": "**{name}**, version {version}. {counts}",
    "Laid over them: {names}.": "Fichiers superposés : {names}.",
    # the statements that are proved
    "Every complete sheet leads to exactly one verdict, and every verdict and outcome is reached.": (
        "Chaque jeu de réponses complet mène à un seul verdict, et chaque verdict et chaque issue sont atteints."
    ),
    "Every sheet whose outcome needs a task type has one.": (
        "Chaque jeu de réponses dont l'issue demande un type de tâche en a un."
    ),
    "Where the rules of two outcomes hold together, the one that is listed first is taken.": (
        "Là où les règles de deux issues s'appliquent ensemble, c'est la première de la liste qui est retenue."
    ),
    "Every rule of a verdict, an alternative or a task type decides a sheet that no other decides.": (
        "Chaque règle d'un verdict, d'une autre solution ou d'un type de tâche décide d'un jeu de réponses dont "
        "aucune autre ne décide."
    ),
    "Every clause of every criterion can give its status.": "Chaque clause de chaque critère peut donner son statut.",
    "Every requirement, risk, plan detail, metric, next step, contradiction and remark can come up.": (
        "Chaque exigence, risque, détail du plan, mesure, étape suivante, contradiction et remarque peut apparaître."
    ),
    ("Every question matters for something, and no two answers to a question are treated alike in everything."): (
        "Chaque question compte pour quelque chose, et il n'y a pas deux réponses à une question qui soient "
        "traitées de même en tout."
    ),
    "Every declared promise holds (a better answer never leads to a worse verdict).": (
        "Chaque promesse déclarée est tenue (une meilleure réponse ne mène jamais à un verdict moins bon)."
    ),
    "No verdict turns on a question at which people usually guess.": (
        "Aucun verdict ne dépend d'une question à laquelle on répond d'habitude au jugé."
    ),
    ("Every rule gives the result that its examples expect, and they answer only questions that apply to them."): (
        "Chaque règle donne le résultat attendu par ses exemples, et ceux-ci ne répondent qu'aux questions qui "
        "s'appliquent à eux."
    ),
    (
        "Every worked case reaches a verdict and a task type that its source supports, and answers only questions "
        "that apply to it."
    ): (
        "Chaque cas traité arrive à un verdict et à un type de tâche que sa source appuie, et ne répond qu'aux "
        "questions qui s'appliquent à lui."
    ),
    (
        "In every framing that a lesson gives to be repaired the rules find the planted faults, and none after any of "
        "the answers that it calls good."
    ): (
        "Dans chaque formulation qu'une leçon donne à réparer, les règles trouvent les défauts placés là, et aucun "
        "après les réponses qu'elle dit bonnes."
    ),
}
