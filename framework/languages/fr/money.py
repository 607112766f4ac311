"""The interface in French: what a brief says about money."""

TEXTS: dict[str, str] = {
    # does it pay: what is asked, assumed and used
    "Not given, so assumed: {numbers}.": "Supposé, faute de chiffre donné : {numbers}.",
    "Still needed for a result: {numbers}.": "Il manque encore pour un résultat : {numbers}.",
    "Amounts are in {unit}": "Les montants sont en {unit}",
    "Amounts are in the unit of your numbers": "Les montants sont dans l'unité de vos chiffres",
    "What": "Ce qui est calculé",
    "Number": "Nombre",
    # results
    " a year": " par an",
    " in its one year": " sur sa seule année",
    "any": "n'importe quelle valeur",
    "Gain a year, running and building counted": "Gain par an, fonctionnement et construction comptés",
    "Gain a year over {today}": "Ce que cela rapporte par an de plus que {today}",
    "Gain a year after running cost": "Gain par an, moins le coût de fonctionnement",
    "Break-even against {today}, before its own cost: {quality}": (
        "Pour faire aussi bien que {today}, avant son propre coût : {quality}"
    ),
    "Break-even, running cost counted: {quality}": "Pour couvrir aussi le coût de fonctionnement : {quality}",
    "Break-even, building counted too: {quality}": "Pour couvrir aussi la construction : {quality}",
    "Cost a year, building included": "Coût par an, construction comprise",
    "Gain for each unit of cost a year": "Gain par an pour chaque unité de coût",
    "Worth {period}": "Valeur du projet {period}",
    "Gain a year if every answer were right, at least": "Gain par an si toutes les réponses étaient justes, au moins",
    "Gain a year if every answer were right, at most": "Gain par an si toutes les réponses étaient justes, au plus",
    "Gain a year if every answer were right": "Gain par an si toutes les réponses étaient justes",
    "Gain with the best that was reported": "Gain avec le meilleur résultat publié",
    "{cases} a year from which perfect answers would pay": (
        "{cases} par an qu'il faut pour que des réponses parfaites soient rentables"
    ),
    "{least} or more": "{least} ou plus",
    "between {least} and {most}": "entre {least} et {most}",
    # against quality, quantity and the share of usable drafts
    "{words} at which it breaks even: {levels}.": "{words}, à l'équilibre : {levels}.",
    "against {today} before its own cost": "pour faire aussi bien que {today}, avant son propre coût",
    "with running cost too": "avec le coût de fonctionnement aussi",
    "with building too": "avec la construction aussi",
    "never {what}": "jamais {what}",
    "any quality {what}": "n'importe quelle valeur {what}",
    "{level} {what}": "{level} {what}",
    "All other numbers are taken as you gave them.": (
        "Tous les autres chiffres sont pris tels que vous les avez donnés."
    ),
    "Today it is {now}.": "Aujourd'hui, c'est {now}.",
    "The gain against the {words}.": "Le gain selon cette mesure : {words}.",
    "Gain a year, its own cost not counted": "Gain par an, son propre coût non compté",
    "Gain against quality": "Gain selon la qualité",
    "With today's error, a decision costs least {amount} units above the forecast.": (
        "Avec l'erreur d'aujourd'hui, une décision coûte le moins à {amount} unités au-dessus de la prévision."
    ),
    "With today's error, a decision costs least {amount} units below the forecast.": (
        "Avec l'erreur d'aujourd'hui, une décision coûte le moins à {amount} unités au-dessous de la prévision."
    ),
    "The smaller the error, the smaller this margin; the quantile stays the same.": (
        "Plus l'erreur est petite, plus cette marge l'est aussi ; le quantile reste le même."
    ),
    "Units above the forecast": "Unités au-dessus de la prévision",
    "Cost of a decision": "Coût d'une décision",
    "Cost against quantity": "Coût selon la quantité",
    "Drafts save no minutes, however many of them are usable: checking takes too long.": (
        "Les brouillons ne font gagner aucune minute, même s'ils sont tous utilisables : la vérification prend "
        "trop de temps."
    ),
    "Drafts save minutes only if more than {share} of them are usable.": (
        "Les brouillons ne font gagner des minutes que si plus de {share} d'entre eux sont utilisables."
    ),
    "Usable drafts": "Brouillons utilisables",
    "Minutes saved by one": "Minutes gagnées par chacun",
    "Minutes saved": "Minutes gagnées",
    # alerts
    "By these numbers, acting brings nothing, whatever the threshold.": (
        "D'après ces chiffres, agir ne rapporte rien, quel que soit le seuil."
    ),
    "Acting when the probability is at least {share} brings most: {amount} per 1,000 cases.": (
        "C'est en agissant à partir d'une probabilité de {share} que l'on gagne le plus : {amount} pour 1 000 cas."
    ),
    "Act from": "Agir à partir de",
    "Value per 1,000 cases": "Valeur pour 1 000 cas",
    "Value against threshold": "Valeur selon le seuil",
    "Even perfect answers are worth no more than the simple ways ({simple} per 1,000).": (
        "Même des réponses parfaites ne valent pas plus que les méthodes simples ({simple} pour 1 000 cas)."
    ),
    "In theory, any quality above guessing (AUC 0.5) is worth more than the simple ways, before its own cost.": (
        "En théorie, toute qualité au-dessus du hasard (AUC de 0,5) vaut plus que les méthodes simples, avant son "
        "propre coût."
    ),
    "From a quality (AUC) of {level} it is worth more than the simple ways, before its own cost.": (
        "À partir d'une qualité (AUC) de {level}, cela vaut plus que les méthodes simples, avant son propre coût."
    ),
    "Below {level} that gain is less than a tenth of what perfect answers would add.": (
        "Au-dessous de {level}, ce gain fait moins d'un dixième de ce qu'ajouteraient des réponses parfaites."
    ),
    "its whole cost": "tout son coût",
    "its running cost": "son coût de fonctionnement",
    "No quality covers {cost}.": "Aucune qualité ne couvre {cost}.",
    "From {level} it covers {cost} too.": "À partir de {level}, cela couvre aussi {cost}.",
    "Quality (AUC)": "Qualité (AUC)",
    "Value against quality": "Valeur selon la qualité",
    "Caught": "Trouvés",
    "False alarms": "Fausses alertes",
    "Missed": "Manqués",
    "Correctly left alone": "Laissés de côté à raison",
    "Of 1,000 cases": "Sur 1 000 cas",
    "What happens in 1,000 cases": "Ce qui arrive sur 1 000 cas",
    "Of {cases} cases {alerts} raises an alert, {right} of them correctly, and {missed}.": (
        "Sur {cases} cas, {alerts} déclenche une alerte, {right} à juste titre, et {missed}."
    ),
    "Of {cases} cases {alerts} raise an alert, {right} of them correctly, and {missed}.": (
        "Sur {cases} cas, {alerts} déclenchent une alerte, {right} à juste titre, et {missed}."
    ),
    "{number} real ones are missed": "{number} vrais cas sont manqués",
    "1 real one is missed": "1 vrai cas est manqué",
    "no real ones are missed": "aucun vrai cas n'est manqué",
    # what the result depends on
    "What the result depends on": "Ce dont dépend le résultat",
    "From low to high": "Du plus bas au plus haut",
    "Sign changes at": "Le signe change à",
    "Gain a year less its cost": "Gain par an, moins son coût",
    "Gain a year": "Gain par an",
    "{low} to {high}": "de {low} à {high}",
    "{low} to {high} ({part} less)": "de {low} à {high} ({part} de moins)",
    "{low} to {high} (a usual range)": "de {low} à {high} (fourchette courante)",
    "{low} to {high}, {middle} in the middle": "de {low} à {high}, {middle} au milieu",
    "building not counted, ": "construction non comptée, ",
    "its own cost not counted, ": "son propre coût non compté, ",
    "one more": "un de plus",
    "{numbers} matter alike: within the range of each, {basis}{turns}.": (
        "{numbers} comptent autant : dans la fourchette de chacun, {basis}{turns}."
    ),
    "Find out {numbers} first: within its range, {basis}{turns}.": (
        "Renseignez-vous d'abord sur {numbers} : dans sa fourchette, {basis}{turns}."
    ),
    "a gain can turn into a loss": "un gain peut devenir une perte",
    "the loss can turn into a gain": "la perte peut devenir un gain",
    "{basis}no single number, varied as below, turns {turns}; {numbers} come nearest, and alike.": (
        "{basis}aucun chiffre, modifié seul comme ci-dessous, ne change {turns} ; {numbers} s'en approchent le "
        "plus, à égalité."
    ),
    "{basis}no single number, varied as below, turns {turns}; {numbers} comes nearest.": (
        "{basis}aucun chiffre, modifié seul comme ci-dessous, ne change {turns} ; {numbers} s'en approche le plus."
    ),
    "a gain into a loss": "un gain en perte",
    "the loss into a gain": "la perte en gain",
    "Each is varied over its range.": "Chacun varie sur toute sa fourchette.",
    "Single figures are varied by {part} either way{counts}.": (
        "Les chiffres sans fourchette varient de {part} dans les deux sens{counts}."
    ),
    "Single figures are varied by {part}, shares by {part} of the way to the nearer of 0 and 100 %{counts}.": (
        "Les chiffres sans fourchette varient de {part}, les parts de {part} de ce qui les sépare du plus proche "
        "de 0 et de 100 %{counts}."
    ),
    ", counts by whole steps, at least one": ", ce qui se compte par pas entiers, d'au moins un",
}
