"""The interface in French: what a brief says."""

TEXTS: dict[str, str] = {
    # time and lists
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "a day": "un jour",
    "{number} days": "{number} jours",
    "a week": "une semaine",
    "{number} weeks": "{number} semaines",
    "{number} years": "{number} ans",
    "{day} {month}": "{day} {month}",
    "by {day}": "d'ici au {day}",
    "{name}, rules {version} ({digest})": "{name}, règles {version} ({digest})",
    "and": "et",
    "or": "ou",
    "Not {answers}": "Pas {answers}",
    "no longer one of the answers ({answer})": "n'est plus une des réponses ({answer})",
    # the first screen of a brief
    "Still open · all {every} verdicts are possible": "Encore ouvert · les {every} verdicts sont possibles",
    "Still open · {number} of {every} verdicts are possible": (
        "Encore ouvert · {number} verdicts sur {every} sont possibles"
    ),
    "Find out these facts first": "Apprenez d'abord ces faits",
    "{answers}: {verdicts}.": "{answers} : {verdicts}.",
    "{answer} or one of {number} others": "{answer} ou l'une de {number} autres",
    "With any other answer it depends on what else is true of these.": (
        "Avec toute autre réponse, cela dépend de ce qui est vrai par ailleurs dans cette liste."
    ),
    "Any other answer leaves all {number} possible.": "Toute autre réponse laisse les {number} possibles.",
    "Any other answer leaves both possible.": "Toute autre réponse laisse les deux possibles.",
    "By itself it rules nothing out; it matters together with others.": (
        "À lui seul, ce fait n'exclut rien ; il compte avec d'autres."
    ),
    "One more answer could settle “{near}”; “{far}” would take {far_number}.": (
        "Une réponse de plus pourrait suffire pour « {near} » ; il en faudrait {far_number} pour « {far} »."
    ),
    "{near_number} more answers could settle “{near}”; “{far}” would take {far_number}.": (
        "{near_number} réponses de plus pourraient suffire pour « {near} » ; il en faudrait {far_number} "
        "pour « {far} »."
    ),
    "One more answer could settle each of the {every} verdicts.": (
        "Une réponse de plus pourrait suffire pour chacun des {every} verdicts."
    ),
    "{number} more answers could settle each of the {every} verdicts.": (
        "{number} réponses de plus pourraient suffire pour chacun des {every} verdicts."
    ),
    "Nothing that can be found out decides.": "Rien de ce qu'on peut apprendre n'en décide.",
    "One fact decides.": "Un seul fait en décide.",
    "The verdict rests on this.": "Le verdict repose sur ce point.",
    "Two facts decide.": "Deux faits en décident.",
    "Three facts decide.": "Trois faits en décident.",
    "Begin with this fact; another may follow.": "Commencez par ce fait ; un autre peut suivre.",
    "Begin with these two facts; others may follow.": "Commencez par ces deux faits ; d'autres peuvent suivre.",
    "Begin with these three facts; others may follow.": ("Commencez par ces trois faits ; d'autres peuvent suivre."),
    "These three facts decide most.": "Ces trois faits en décident le plus.",
    "Objectives": "Objectifs",
    "affects": "agit sur",
    "Must beat": "À battre",
    "Framing": "Formulation",
    "Ask instead": "Demander plutôt",
    "Goal": "But",
    "What would have to be different": "Ce qui devrait être vrai",
    "All of this would have to be different": "Tout ceci devrait être vrai",
    "up to {level} ({words}), against {today}.": "jusqu'à {level} ({words}), comparé avec {today}.",
    "up to {level} ({words}; {now} today), against {today}.": (
        "jusqu'à {level} ({words} ; aujourd'hui {now}), comparé avec {today}."
    ),
    "from {level} ({words}), against {today}.": "à partir de {level} ({words}), comparé avec {today}.",
    "from {level} ({words}; {now} today), against {today}.": (
        "à partir de {level} ({words} ; aujourd'hui {now}), comparé avec {today}."
    ),
    "Does it pay?": "Est-ce rentable ?",
    "Pays": "Rentable",
    "Better than today": "Mieux qu'aujourd'hui",
    "{amount} in all{ends}, every cost included.": "{amount} en tout{ends}, tous coûts compris.",
    "{amount} lost in all{ends}, every cost included.": "{amount} perdus en tout{ends}, tous coûts compris.",
    " ({loss} lost to {gain} gained)": " (de {loss} perdus à {gain} gagnés)",
    "today": "la méthode d'aujourd'hui",
    "{amount} a year": "{amount} par an",
    "{amount} a year more than {today}": "{amount} par an de plus que {today}",
    "{amount} a year gained": "{amount} gagnés par an",
    "{amount} a year lost": "{amount} perdus par an",
    "{amount} a year lost against {today}": "{amount} par an de moins que {today}",
    "{amount} in its one year{ends}, building and running included.": (
        "{amount} sur sa seule année{ends}, construction et fonctionnement compris."
    ),
    "{amount} lost in its one year{ends}, building and running included.": (
        "{amount} perdus sur sa seule année{ends}, construction et fonctionnement compris."
    ),
    "{amount}{ends}, building spread over {years} years.": (
        "{amount}{ends}, la construction étant répartie sur {years} ans."
    ),
    "Biggest risk": "Le risque le plus grave",
    "Biggest risks": "Les risques les plus graves",
    "Instead: {title}": "À la place : {title}",
    "First step": "Première étape",
    "What this means": "Ce que cela veut dire",
    "Enter {numbers} to see how much it brings.": "Entrez {numbers} pour voir ce que cela rapporte.",
    "Not worked out yet. Begin with {numbers}.": ("Pas encore calculé. Commencez par ces chiffres : {numbers}."),
    "What a model would add to that is not worked out yet.": ("Ce qu'un modèle y ajouterait n'est pas encore calculé."),
    "Not worked out yet. Which calculation fits depends on your answer to {question}.": (
        "Pas encore calculé. Le calcul qui convient dépend de cette question\u00a0: {question}."
    ),
    "Next steps": "Prochaines étapes",
    "Next step": "Prochaine étape",
    "What stands in [square brackets] is an example or a usual value, not a decision.": (
        "Ce qui est entre [crochets] est un exemple ou une valeur courante, pas une décision."
    ),
    "Not worked out yet.": "Pas encore calculé.",
    "Not worked out yet. Still needed: {numbers}.": "Pas encore calculé. Il manque encore : {numbers}.",
    "By these numbers it pays at no {words}: at most {level} is possible.": (
        "D'après ces chiffres, ce n'est rentable à aucun niveau ({words}) : {level} au plus est possible."
    ),
    "By these numbers it pays at no {words}.": "D'après ces chiffres, ce n'est rentable à aucun niveau ({words}).",
    "Not stated yet.": "Pas encore précisé.",
    "Find out first": "À vérifier d'abord",
    "Rule:": "Règle :",
    "{number} second opinion has come in": "{number} autre avis est arrivé",
    "{number} second opinions have come in": "{number} autres avis sont arrivés",
    "Your brief": "Votre synthèse",
    "There are no answers yet. A few are enough for a first brief.": (
        "Il n'y a pas encore de réponses. Quelques-unes suffisent pour une première synthèse."
    ),
    "Answer the next question": "Répondre à la question suivante",
    "Change answers": "Changer des réponses",
    "What if?": "Et si ?",
    "This is a worked case. If you change an answer, you work on your own copy.": (
        "C'est un cas traité. Si vous changez une réponse, vous travaillez sur votre propre copie."
    ),
    "Put it into your own words": "Le dire avec vos propres mots",
    "This part is not translated yet.": "Cette partie n'est pas encore traduite.",
    "These answers contradict each other.": "Ces réponses se contredisent.",
    "These numbers do not fit together.": "Ces nombres ne vont pas ensemble.",
    "open": "ouvert",
    "Why": "Pourquoi",
    "Objectives and money": "Objectifs et argent",
    "Requirements and risks": "Exigences et risques",
    "Plan": "Plan",
    "Share": "Partager",
    "Download": "Télécharger",
    ":": "\u00a0:",
    ";": "\u00a0;",
    "Open: {names}": "Encore ouvert : {names}",
    "Open: any": "Encore ouvert : tous",
    "1 more in the plan below": "1 autre dans le plan ci-dessous",
    "{number} more in the plan below": "{number} autres dans le plan ci-dessous",
    # what the numbers say
    "never": "jamais",
    "{middle} (from {low} to {high})": "{middle} (de {low} à {high})",
    "“{name}”": "« {name} »",
    "a gain": "un gain",
    "a loss": "une perte",
    "the least certain number": "le chiffre le moins sûr",
    "loses money even before its own cost": "perd de l'argent même avant son propre coût",
    "brings {times} times its cost": "rapporte {times} fois son coût",
    "brings {times} times its yearly cost": "rapporte {times} fois son coût annuel",
    "doing nothing": "l'inaction",
    "acting on every case": "l'action dans chaque cas",
    "the simple rule": "la règle simple",
    "It pays anywhere within your ranges: it is worth more than {best}, the best simple way.": (
        "C'est rentable partout dans vos fourchettes : cela vaut plus que {best}, la meilleure méthode simple."
    ),
    "It does not pay anywhere within your ranges: {best} is worth at least as much.": (
        "Ce n'est rentable nulle part dans vos fourchettes : {best} vaut au moins autant."
    ),
    "It depends: within your ranges it is worth more or less than {best}. Narrow the ranges first.": (
        "Cela dépend : dans vos fourchettes, cela vaut plus ou moins que {best}. Resserrez d'abord les fourchettes."
    ),
}
