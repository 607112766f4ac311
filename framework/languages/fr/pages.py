"""The interface in French: the start page, lessons, and what every page may say."""

TEXTS: dict[str, str] = {
    # lessons
    "Learn why:": "Comprendre pourquoi :",
    "Words explained": "Les mots expliqués",
    "What happened": "Ce qui s'est passé",
    "Play with it": "À essayer",
    "Check yourself": "Testez-vous",
    "Repair it": "À réparer",
    "Example with numbers": "Exemple chiffré",
    "Sources, and what rests on this": "Sources, et ce qui repose là-dessus",
    "Sources": "Sources",
    "What rests on this": "Ce qui repose là-dessus",
    "Case": "Cas",
    "Not this one.": "Pas celle-ci.",
    "The same as a table": "La même chose en tableau",
    "In full": "En entier",
    "Your opinion on": "Votre avis sur",
    "Back to your opinion on": "Retour à votre avis sur",
    "Go on to hand it in": "Continuer pour le remettre",
    "Second opinion": "Deuxième avis",
    "never, whatever the {words}, compared with {today}.": "jamais, à aucun niveau ({words}), comparé avec {today}.",
    "Worked cases like this one": "Des cas traités comme celui-ci",
    "Where the advice differs from yours, it is because some answers differ.": (
        "Là où leur conseil n'est pas le vôtre, il vient des réponses qui diffèrent."
    ),
    "What is the same": "Ce qui est pareil",
    "Both have the same deciding answer.": "Les deux ont la même réponse décisive.",
    "Both have the same {number} deciding answers.": ("Les deux ont les mêmes {number} réponses décisives."),
    "Both have the same answer to {same} of the {count} deciding questions.": (
        "Les deux ont la même réponse à {same} des {count} questions décisives."
    ),
    "here “{yours}”, there “{there}”.": "ici « {yours} », là « {there} ».",
    "{number} more differ.": "{number} autres diffèrent.",
    "One more differs.": "Une autre diffère.",
    "Did it come true? Set a review date": "Le résultat s'est-il confirmé ? Fixer une date de bilan",
    "all {count} exercises done": "les {count} exercices faits",
    "Track the plan": "Suivre le plan",
    "the plan": "le plan",
    "Earlier brief": "Synthèse antérieure",
    "{{done}} of {count} exercises done": "{{done}} exercices faits sur {count}",
    "The rules find {number} fault:": "Les règles trouvent {number} défaut :",
    "The rules find {number} faults:": "Les règles trouvent {number} défauts :",
    "Show one way": "Montrer une solution",
    "Fixed: the rules find no fault any more.": "Réparé : les règles ne trouvent plus de défaut.",
    "In your brief, under {sections}.": "Dans votre synthèse, sous {sections}.",
    "Show the answer": "Montrer la réponse",
    "Open or begin an idea of your own, and this page shows what its brief says about this.": (
        "Ouvrez ou commencez une idée à vous, et cette page montrera ce que sa synthèse en dit."
    ),
    "Your idea: {title}": "Votre idée : {title}",
    "without a name": "sans nom",
    "Your brief says nothing about this yet.": "Votre synthèse n'en dit encore rien.",
    "See and change it in your brief, under “{section}”": (
        "Voir et changer cela dans votre synthèse, sous « {section} »"
    ),
    "These answers stay as they are:": "Ces réponses restent comme elles sont :",
    "These are for you to change:": "À vous de changer celles-ci :",
    "A fault:": "Un défaut :",
    "That fault is gone.": "Ce défaut a disparu.",
    "That fault is gone, but this is not good yet.": "Ce défaut a disparu, mais ce n'est pas encore bon.",
    "The rules find no fault any more, but one of your answers is not good yet.": (
        "Les règles ne trouvent plus de défaut, mais une de vos réponses n'est pas encore bonne."
    ),
    "This answer does not fit what is told above.": "Cette réponse ne va pas avec ce qui est raconté plus haut.",
    "The lesson chose:": "La leçon a choisi :",
    "“{answer}” for “{question}”": "« {answer} » pour « {question} »",
    "the rule": "la règle",
    "{number} minute to read": "{number} minute de lecture",
    "{number} minutes to read": "{number} minutes de lecture",
    "{count} exercise": "{count} exercice",
    "{count} exercises": "{count} exercices",
    "Done on this device": "Fait sur cet appareil",
    "Exercises to solve by hand": "Exercices à résoudre à la main",
    "This lesson is not translated yet.": "Cette leçon n'est pas encore traduite.",
    "Lessons": "Leçons",
    "Search lessons, cases, rules and words": "Chercher dans les leçons, les cas, les règles et les mots",
    "All lessons": "Toutes les leçons",
    "There is no case at this address. These are all the cases:": (
        "Il n'y a pas de cas à cette adresse. Voici tous les cas :"
    ),
    "There is no lesson at this address. These are all the lessons:": (
        "Il n'y a pas de leçon à cette adresse. Voici toutes les leçons :"
    ),
    "These rules have no lessons.": "Ces règles n'ont pas de leçons.",
    "The brief applies all of them. Your progress is kept on this device only.": (
        "La synthèse les applique toutes. Votre progression est gardée sur cet appareil seulement."
    ),
    "Criteria based on it": "Les critères qui en découlent",
    "{number} lessons, {minutes} minutes to read in all.": "{number} leçons, {minutes} minutes de lecture en tout.",
    "Lesson {number} of {all}": "Leçon {number} sur {all}",
    # the start page and the frame
    "Check my idea": "Examiner mon idée",
    "See a worked case": "Voir un cas traité",
    "Read this brief": "Lire cette synthèse",
    "All {number} ideas of this device": "Les {number} idées de cet appareil",
    "Which idea? These were begun on this device:": "Quelle idée ? Celles-ci ont été commencées sur cet appareil :",
    "Or go on with what you began:": "Ou continuez ce que vous avez commencé :",
    "From a worked case:": "Tiré d'un cas traité :",
    "Rules: {name}, version {version}": "Règles : {name}, version {version}",
    "Page not found": "Page introuvable",
    "Start": "Accueil",
    "Questions": "Questions",
    "Answers": "Réponses",
    "the answers": "les réponses",
    "Brief": "Synthèse",
    "the brief": "la synthèse",
    "Go on leading your class: {title}": "Continuer d'animer votre classe : {title}",
    "Back to your class: {title}": "Retour à votre classe : {title}",
    "My ideas": "Mes idées",
    "Worked cases": "Cas traités",
    "Cases": "Cas",
    "the case": "le cas",
    "Compare ideas": "Comparer des idées",
    "Compare": "Comparer",
    "Learn": "Leçons",
    "Class": "Classe",
    "Lead a class": "Animer une classe",
    "Projector": "Projecteur",
    "Join a class": "Rejoindre une classe",
    "What if": "Et si",
    "“What if?”": "« Et si ? »",
    "Decision map": "Carte des décisions",
    "the map": "la carte",
    "Proofs": "Preuves",
    "What is proved": "Ce qui est prouvé",
    "the proofs": "les preuves",
    "Search": "Recherche",
    "the search": "la recherche",
    "Rules of your own": "Vos propres règles",
    "Rule": "Règle",
    # the frame: what is said on every page
    "The texts in English are not translated yet.": "Les textes en anglais ne sont pas encore traduits.",
    "Skip to main content": "Aller au contenu principal",
    "Notice": "Message",
    "Close": "Fermer",
    "Show the page again": "Afficher la page de nouveau",
    "This page tries again every few seconds.": "Cette page réessaie d'elle-même après quelques secondes.",
    (
        "No connection to the server. Your last tap may not be saved: check it when the connection is back. This page "
        "goes on by itself."
    ): (
        "Pas de connexion au serveur. Votre dernier appui n'est peut-être pas enregistré : vérifiez-le quand la "
        "connexion sera revenue. Cette page continue d'elle-même."
    ),
    (
        "No connection to the server. What you answered is saved; what you are typing is not. This page goes on by "
        "itself as soon as the connection is back."
    ): (
        "Pas de connexion au serveur. Vos réponses sont enregistrées, pas ce que vous êtes en train de taper. La page "
        "reprend d'elle-même dès que la connexion est rétablie."
    ),
    (
        "No connection to the server. What you answered is saved; what you are typing is not. This page goes on by "
        "itself as soon as the connection is back, and then takes what you chose."
    ): (
        "Pas de connexion au serveur. Vos réponses sont enregistrées, pas ce que vous êtes en train de taper. La page "
        "reprend d'elle-même dès que la connexion est rétablie, puis tient compte de ce que vous avez choisi."
    ),
    "Not saved yet.": "Pas encore enregistré.",
    "The connection was lost while you were typing this. Click into the field, then outside it, to save your text.": (
        "La connexion a été coupée pendant que vous tapiez. Cliquez dans le champ, puis en dehors, pour enregistrer "
        "votre texte."
    ),
    "There is no page at this address": "Il n'y a pas de page à cette adresse",
    "Check that it is spelled correctly. Your saved answers are not affected.": (
        "Vérifiez l'adresse. Vos réponses enregistrées n'ont pas changé."
    ),
    "Go to the start page": "Aller à l'accueil",
    "This link is for reading": "Ce lien sert à lire",
    "This link is for reading.": "Ce lien sert à lire.",
    "It shows the brief. To change answers you need the link to edit, from whoever sent you this one.": (
        "Il montre la synthèse. Pour changer des réponses, demandez le lien de modification à la personne qui vous a "
        "envoyé celui-ci."
    ),
    "Ask for the link to edit, or check an idea of your own.": (
        "Demandez le lien de modification, ou vérifiez une idée à vous."
    ),
    "Nothing found at this address": "Rien à cette adresse",
    "Start with a new idea": "Commencer une nouvelle idée",
    "See the worked cases": "Voir les cas traités",
    "There is no worked case under this address.": "Il n'y a pas de cas traité à cette adresse.",
    "Choose one from the list.": "Choisissez-en un dans la liste.",
    "There is no saved work under this address.": "Rien n'est enregistré à cette adresse.",
    "The address may be incomplete, or the work was deleted. Nothing else was changed.": (
        "L'adresse est peut-être incomplète, ou ce travail a été supprimé. Rien d'autre n'a changé."
    ),
    "This work was created under different rules.": "Ce travail a été créé avec d'autres règles.",
    "It is still saved; open it where it was created.": "Il est toujours enregistré ; ouvrez-le là où il a été créé.",
    "This link does not work any more.": "Ce lien ne fonctionne plus.",
    "It was withdrawn or replaced, or the address is incomplete. Ask whoever sent it for a new one.": (
        "Il a été retiré ou remplacé, ou l'adresse est incomplète. Demandez un nouveau lien à la personne qui vous "
        "l'a envoyé."
    ),
    "There is no idea of yours here.": "Il n'y a pas d'idée à vous ici.",
    "Answer a first question.": "Répondez à une première question.",
    "This was not saved.": "Ce n'est pas enregistré.",
    "Your answer was not saved.": "Votre réponse n'est pas enregistrée.",
    "This work keeps being changed in another window.": "Ce travail change sans cesse dans une autre fenêtre.",
    "Try again.": "Réessayez.",
    "Changed in another window: {named}.": "Changé dans une autre fenêtre : {named}.",
    "Saved again in another window.": "Enregistré de nouveau dans une autre fenêtre.",
    "The new name has replaced the one from another window.": "Le nouveau nom remplace celui d'une autre fenêtre.",
    "Your answer has replaced the one from another window: {both}.": (
        "Votre réponse remplace celle d'une autre fenêtre : {both}."
    ),
    "Also changed there: {named}.": "Changé aussi là-bas : {named}.",
    "more": "d'autres",
    "its name": "son nom",
    "its review date": "sa date de bilan",
    "the steps done": "les étapes faites",
    "its notes": "ses notes",
    "its rounds": "ses cycles",
    "what came of it": "ce qu'il en est advenu",
    "Too long.": "Trop long.",
    "Not saved: a text is too long. How long it may be stands below its field.": (
        "Pas enregistré : un texte est trop long. La longueur possible est indiquée sous son champ."
    ),
    "This has {length} characters; at most {most} are possible. Shorten it first.": (
        "Ce texte a {length} caractères, et {most} au plus sont possibles. Raccourcissez-le d'abord."
    ),
    "Not pasted.": "Pas collé.",
    "This would be {length} characters; at most {most} are possible here. The field is as it was before. "
    "Paste a shorter part.": (
        "Cela ferait {length} caractères, et {most} au plus sont possibles ici. Le champ est comme avant. "
        "Collez une partie plus courte."
    ),
    "The name": "Le nom",
    "These rules are gone": "Ces règles ne sont plus là",
    "The rules of this address are no longer kept here.": "Les règles de cette adresse ne sont plus gardées ici.",
    "Rules that are tried are kept for three hours at most, and not over a restart. Upload them again.": (
        "Les règles à l'essai sont gardées trois heures au plus, et pas après un redémarrage. Envoyez-les de nouveau."
    ),
    "Only the browser in which they were uploaded leads to them.": ("Seul le navigateur qui les a envoyées y mène."),
    "SHOULD_I_USE_ML_PROCESSES is {given}, which is not a number of processes.": (
        "SHOULD_I_USE_ML_PROCESSES vaut {given}, ce qui n'est pas un nombre de processus."
    ),
    "SHOULD_I_USE_ML_TRIALS is {given}, which is neither 1 nor 0.": (
        "SHOULD_I_USE_ML_TRIALS vaut {given}, ce qui n'est ni 1 ni 0."
    ),
    "Set it to 0 so that nobody can try rules of their own on this server, or leave it out.": (
        "Donnez-lui 0 pour que personne ne puisse essayer ses propres règles sur ce serveur, ou ne le donnez pas."
    ),
    "Rules cannot be tried on this server: whoever runs it has switched that off. On your own machine, "
    "`should-i-use-ml check` checks them; set `SHOULD_I_USE_ML_RULES` to their folder.": (
        "On ne peut pas essayer de règles sur ce serveur\u00a0: qui le fait fonctionner l'a désactivé. Sur votre "
        "machine, `should-i-use-ml check` les vérifie, et `SHOULD_I_USE_ML_RULES` indique leur dossier."
    ),
    "Set it to a whole number from 1, or leave it out.": (
        "Donnez-lui un nombre entier à partir de 1, ou ne le donnez pas."
    ),
    "These rules are too large": "Ces règles sont trop grandes",
    "You are trying {name}. Only this address leads here.": "Vous essayez {name}. Seule cette adresse mène ici.",
    "Stop trying": "Arrêter l'essai",
    "**{name}**, version {version}": "**{name}**, version {version}",
    "Saved work cannot be reached": "Le travail enregistré est hors d'atteinte",
    "This did not work": "Cela n'a pas marché",
    "This did not work. It is our mistake, not yours: reload the page and try again.": (
        "Cela n'a pas marché. L'erreur vient de nous : rechargez la page et réessayez."
    ),
    "Something went wrong on this page": "Une erreur s'est produite sur cette page",
    "This is our mistake, not yours. Your answers are saved under the address of this page.": (
        "L'erreur vient de nous. Vos réponses sont enregistrées à l'adresse de cette page."
    ),
    "Reload the page. If it happens again, try another page.": (
        "Rechargez la page. Si cela se répète, essayez une autre page."
    ),
    "The rules cannot be used as they are": "Les règles ne peuvent pas servir telles quelles",
    (
        "The application cannot give advice until they are corrected. Saved answers are safe. Each line below names "
        "a file, a line and a column ({number} problem). Correct them and reload this page."
    ): (
        "L'application ne peut pas conseiller avant leur correction. Les réponses enregistrées sont en sûreté. "
        "Chaque ligne ci-dessous nomme un fichier, une ligne et une colonne ({number} problème). Corrigez-les et "
        "rechargez cette page."
    ),
    (
        "The application cannot give advice until they are corrected. Saved answers are safe. Each line below names "
        "a file, a line and a column ({number} problems). Correct them and reload this page."
    ): (
        "L'application ne peut pas conseiller avant leur correction. Les réponses enregistrées sont en sûreté. "
        "Chaque ligne ci-dessous nomme un fichier, une ligne et une colonne ({number} problèmes). Corrigez-les et "
        "rechargez cette page."
    ),
    "and {number} more": "et {number} de plus",
    # lessons: what stands around them
    "Print all lessons": "Imprimer toutes les leçons",
    "Print this lesson": "Imprimer cette leçon",
    "With the figures. What needs a screen is there with its address.": (
        "Avec les figures. Ce qui demande un écran y est avec son adresse."
    ),
    "With the answers at the end": "Avec les réponses à la fin",
    "The rounds of my idea": "Les cycles de mon idée",
    # dates
    "January February March April May June July August September October November December": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ),
    "{day} {month} {year}": "{day} {month} {year}",
}
