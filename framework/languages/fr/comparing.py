"""Ideas side by side, in French."""

TEXTS: dict[str, str] = {
    # choosing what to compare
    (
        "Choose {fewest} to {most} ideas. You see what each verdict depends on, which idea is at least as good as "
        "which and, while a verdict is open, the one fact to find out first."
    ): (
        "Choisissez de {fewest} à {most} idées. Vous voyez de quoi dépend chaque verdict, quelle idée fait au "
        "moins aussi bien que telle autre et, tant qu'un verdict est ouvert, le fait à apprendre en premier."
    ),
    "Your present idea is included: {title}": "Votre idée en cours est comprise : {title}",
    "The case you are reading is included: {title}": "Le cas que vous lisez est compris : {title}",
    (
        "This address names ideas that are not on this device. First open the edit link of each one here, or "
        "add their links to read below. To show a comparison to others, send the PDF."
    ): (
        "Cette adresse nomme des idées qui ne sont pas sur cet appareil. Ouvrez d'abord ici le lien pour modifier "
        "chacune, ou ajoutez plus bas leurs liens de lecture. Pour montrer une comparaison à d'autres, envoyez le PDF."
    ),
    "Choose ideas begun on this device": "Choisir des idées commencées sur cet appareil",
    "Choose worked cases": "Choisir des cas traités",
    "Add saved ideas or files": "Ajouter des idées enregistrées ou des fichiers",
    "Links to saved ideas, one in each line": "Liens vers des idées enregistrées, un par ligne",
    "Line {number}: there is no saved idea at this link. Copy the whole address of its page.": (
        "Ligne {number} : ce lien ne mène à aucune idée enregistrée. Copiez l'adresse entière de sa page."
    ),
    "Line {number}: this idea was created under different rules.": (
        "Ligne {number} : cette idée a été créée avec d'autres règles."
    ),
    "Files: answer sheets (YAML or JSON), or a CSV table with one idea in each row": (
        "Fichiers : des réponses (YAML ou JSON), ou un tableau CSV avec une idée par ligne"
    ),
    "Template for a table": "Modèle de tableau",
    "was not read": "n'a pas été lu",
    "was read in part: the rows without mistakes are shown": (
        "a été lu en partie : les lignes sans erreur sont montrées"
    ),
    "Row and column are counted from 1.": "Lignes et colonnes sont comptées à partir de 1.",
    "row {row}, column {column}:": "ligne {row}, colonne {column} :",
    "{number} more to go: add an idea above.": "Encore {number} : ajoutez une idée ci-dessus.",
    "You have chosen {number} ideas. At most {most} fit side by side: take some out.": (
        "Vous avez choisi {number} idées. Il en tient au plus {most} côte à côte : retirez-en."
    ),
    # ideas side by side
    "Side by side": "Côte à côte",
    "Sort by": "Trier par",
    "As chosen": "Ordre choisi",
    "Worth": "Valeur",
    "Worth, low": "Valeur, bas",
    "Worth, middle": "Valeur, milieu",
    "Worth, high": "Valeur, haut",
    "Unit of worth": "Unité de la valeur",
    "Years of use": "Années d'usage",
    "Most criteria met": "Le plus de critères remplis",
    "Most criteria not met": "Le plus de critères non remplis",
    "Idea": "Idée",
    "It rests on": "Il repose sur",
    "Met": "Rempli",
    "Undecided": "Indécis",
    "Not met": "Non rempli",
    "Not met and a serious obstacle": "Non rempli et obstacle sérieux",
    "Serious obstacle": "Obstacle sérieux",
    "Ideas side by side": "Les idées côte à côte",
    "not worked out": "pas encore calculé",
    "in all": "en tout",
    "over {years} years": "sur {years} ans",
    "{named}; and {number} more": "{named} ; et {number} de plus",
    "The advice on {names} is: do not build it as planned.": (
        "Le conseil pour {names} : ne pas le construire tel que prévu."
    ),
    "“{name}” is at least as good as {others} in every criterion and in money.": (
        "« {name} » fait au moins aussi bien que {others} sur chaque critère et en argent."
    ),
    "{names} are alike in every criterion and in money.": "{names} se valent sur chaque critère et en argent.",
    "In all that is known, “{name}” is at least as good as {others}. {left}": (
        "Dans tout ce qui est connu, « {name} » fait au moins aussi bien que {others}. {left}"
    ),
    "Too little is known to compare {names}.": "On en sait trop peu pour comparer {names}.",
    "Too little is known to compare these ideas with one another.": (
        "On en sait trop peu pour comparer ces idées entre elles."
    ),
    "Too little is known to compare some of these ideas with one another.": (
        "On en sait trop peu pour comparer certaines de ces idées entre elles."
    ),
    "Between {names}, each choice gives something up.": "Entre {names}, chaque choix fait renoncer à quelque chose.",
    "Between all others, each choice gives something up.": (
        "Entre toutes les autres, chaque choix fait renoncer à quelque chose."
    ),
    "In all that is known, {names} are alike. {left}": "Dans tout ce qui est connu, {names} se valent. {left}",
    "Still open: {what}.": "Encore ouvert : {what}.",
    "{number} criterion": "{number} critère",
    "{number} criteria": "{number} critères",
    "the money": "l'argent",
    "“{name}” meets {criteria}; for the other, that is still open.": (
        "« {name} » remplit {criteria} ; pour l'autre, c'est encore ouvert."
    ),
    "“{name}” meets {criteria}; for some of the others, that is still open.": (
        "« {name} » remplit {criteria} ; pour certaines des autres, c'est encore ouvert."
    ),
    "To compare them, answer first for “{name}”: {questions}.": (
        "Pour les comparer, répondez d'abord pour « {name} » : {questions}."
    ),
    "No idea is at least as good as another in everything: each choice gives something up.": (
        "Aucune idée n'en égale une autre sur tous les points : chaque choix fait renoncer à quelque chose."
    ),
    "“{name}” is better than all others in {criteria}.": "« {name} » dépasse toutes les autres sur {criteria}.",
    "“{name}” is better than the other in {criteria}.": "« {name} » dépasse l'autre sur {criteria}.",
    "Not met: {criteria}.": "Non rempli : {criteria}.",
    "Not met by “{name}”: {criteria}.": "« {name} » ne remplit pas : {criteria}.",
    "Decide by what is not met, and whether you can change it.": (
        "Décidez d'après ce qui n'est pas rempli, et selon que vous pouvez le changer ou non."
    ),
    "Money may decide, too, once it is worked out.": "L'argent peut aussi décider, une fois calculé.",
    "Money may decide, too, once it is worked out for {names}.": (
        "L'argent peut aussi décider, une fois calculé pour {names}."
    ),
    "“{name}” is worth most, even at the low end of its range.": (
        "« {name} » rapporte le plus, même en bas de sa fourchette."
    ),
    "Money does not decide: the ranges of what they are worth overlap.": (
        "L'argent ne décide pas : les fourchettes de ce qu'elles rapportent se recouvrent."
    ),
    "No single fact settles an open verdict: each needs at least two more answers.": (
        "Aucun fait ne décide à lui seul d'un verdict ouvert : il faut au moins deux réponses de plus pour chacun."
    ),
    "A single fact may be enough: “{short}”. {what}.": "Un seul fait peut suffire : « {short} ». {what}.",
    "whatever the answer, it settles {names}": "quelle que soit la réponse, cela décide de {names}",
    "with some answers, it settles {names}": "avec certaines réponses, cela décide de {names}",
    "Which criteria each idea meets": "Les critères que remplit chaque idée",
    "For each idea, how many criteria are met, undecided, not met, or a serious obstacle.": (
        "Pour chaque idée, le nombre de critères remplis, indécis ou non remplis, et celui des obstacles sérieux."
    ),
    (
        "“Undecided” has one of three reasons: a question is still open, the answers lie in between, or the criterion "
        "is not applicable to the idea."
    ): (
        "« Indécis » a l'une de trois raisons : une question est encore ouverte, les réponses se situent entre les "
        "deux, ou le critère est sans objet pour l'idée."
    ),
    "A bar for each idea with the numbers of criteria that the table above names.": (
        "Une barre par idée, avec les nombres de critères donnés dans le tableau ci-dessus."
    ),
    "Two ideas, answer by answer": "Deux idées, réponse par réponse",
    "First idea": "Première idée",
    "Second idea": "Deuxième idée",
    "These two have the same answers.": "Ces deux idées ont les mêmes réponses.",
    "Where both answered, these two have the same answers.": (
        "Là où les deux ont répondu, leurs réponses sont les mêmes."
    ),
    "{number} more question is not answered in full by both.": (
        "{number} autre question n'a pas de réponse complète des deux côtés."
    ),
    "{number} more questions are not answered in full by both.": (
        "{number} autres questions n'ont pas de réponse complète des deux côtés."
    ),
    "Where two ideas differ": "Où deux idées diffèrent",
}
