"""The interface in French: a brief, and what stands around it."""

TEXTS: dict[str, str] = {
    # time and lists
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "a day": "un jour",
    "{number} days": "{number} jours",
    "a week": "une semaine",
    "{number} weeks": "{number} semaines",
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
    "Two facts decide.": "Deux faits en décident.",
    "Three facts decide.": "Trois faits en décident.",
    "Begin with this fact; another may follow.": "Commencez par ce fait ; un autre peut suivre.",
    "Begin with these two facts; others may follow.": "Commencez par ces deux faits ; d'autres peuvent suivre.",
    "Begin with these three facts; others may follow.": ("Commencez par ces trois faits ; d'autres peuvent suivre."),
    "These three facts decide most.": "Ces trois faits en décident le plus.",
    "Objectives": "Objectifs",
    "Must beat": "À battre",
    "Framing": "Formulation",
    "Ask instead": "Demander plutôt",
    "Goal": "But",
    "What would have to be different": "Ce qui devrait changer",
    "All of this would have to be different": "Tout ceci devrait changer",
    "from {level} ({words}), against {today}.": "à partir de {level} ({words}), par rapport à {today}.",
    "from {level} ({words}; {now} today), against {today}.": (
        "à partir de {level} ({words} ; aujourd'hui {now}), par rapport à {today}."
    ),
    "Does it pay?": "Est-ce rentable ?",
    "Pays": "Rentable",
    "{amount} in all{ends}, every cost included.": "{amount} en tout{ends}, tous coûts compris.",
    "{amount} lost in all{ends}, every cost included.": "{amount} perdus en tout{ends}, tous coûts compris.",
    " ({loss} lost to {gain} gained)": " (de {loss} perdus à {gain} gagnés)",
    "today": "la méthode d'aujourd'hui",
    "{amount} a year": "{amount} par an",
    "{amount} a year more than {today}": "{amount} par an de plus que {today}",
    "{amount} a year gained": "{amount} gagnés par an",
    "{amount} a year lost": "{amount} perdus par an",
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
    "Next steps": "Prochaines étapes",
    "What stands in [square brackets] is an example or a usual value, not yet a decision.": (
        "Ce qui est entre [crochets] est un exemple ou une valeur courante, pas encore une décision."
    ),
    "Not worked out yet.": "Pas encore calculé.",
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
    # the forms in which a brief travels
    "One page": "Une page",
    "Full report": "Rapport complet",
    "Decision record": "Relevé de décision",
    "Canvas": "Canevas",
    "Slide": "Diapositive",
    "To take it up again": "Pour la reprendre",
    "PDF": "PDF",
    "Web page": "Page web",
    "Markdown": "Markdown",
    "Text": "Texte",
    "PNG": "PNG",
    "SVG": "SVG",
    "JSON": "JSON",
    # answering, and what stands around a brief
    "Not saved.": "Pas enregistré.",
    "The saved value is still {before}.": "La valeur enregistrée reste {before}.",
    "{short} was not saved: {error}": "« {short} » n'est pas enregistré : {error}",
    "Settled: **{title}**": "Décidé : **{title}**",
    "{facts}; you have been asked everything that matters. The brief says how to find out.": (
        "{facts} ; toutes les questions qui comptent vous ont été posées. La synthèse dit comment établir ce qui "
        "manque."
    ),
    "{asked} Besides, {facts}.": "{asked} En outre, {facts}.",
    "{number} fact to find out": "{number} fait à établir",
    "{number} facts to find out": "{number} faits à établir",
    "At most {number} more question can change the verdict.": (
        "Encore {number} question au plus peut changer le verdict."
    ),
    "At most {number} more questions can change the verdict.": (
        "Encore {number} questions au plus peuvent changer le verdict."
    ),
    "What do you call this idea?": "Comment appelez-vous cette idée ?",
    "Your own name for it": "Le nom que vous lui donnez",
    "First give the idea a name: it is all that the others see of it.": (
        "Donnez d'abord un nom à l'idée : les autres n'en voient rien d'autre."
    ),
    "From your answers": "D'après vos réponses",
    "Source": "Source",
    "When it does not hold": "Quand cela ne vaut pas",
    "Question": "Question",
    "Answer": "Réponse",
    "{number} answer no longer fits the questions": "{number} réponse ne correspond plus aux questions",
    "{number} answers no longer fit the questions": "{number} réponses ne correspondent plus aux questions",
    "The questions have changed since you answered. All other answers are kept; these are asked again.": (
        "Les questions ont changé depuis vos réponses. Toutes les autres réponses sont gardées ; celles-ci sont "
        "redemandées."
    ),
    "No longer asked: `{id}` (your answer was {old})": "N'est plus demandé : `{id}` (votre réponse était {old})",
    "{question} Your answer was {old}": "{question} Votre réponse était {old}",
    "Do not show this again": "Ne plus afficher",
    "The rules have changed": "Les règles ont changé",
    "edition {version}": "l'édition {version}",
    "an earlier state of {new}": "un état antérieur de {new}",
    "You read this brief on {day}, under {old}. Below it stands as it was.": (
        "Vous avez lu cette synthèse le {day}, avec {old}. La voici telle qu'elle était."
    ),
    "The brief below follows {new}. On {day} you read one under {old}.": (
        "La synthèse ci-dessous suit {new}. Le {day}, vous en avez lu une avec {old}."
    ),
    "Assess again": "Évaluer de nouveau",
    "Whoever has the link to edit can have it assessed again.": (
        "Toute personne qui a le lien de modification peut la faire évaluer de nouveau."
    ),
    "What would be different": "Ce qui serait différent",
    "What is different": "Ce qui est différent",
    "Verdict, reasons and answers are the same; only other sentences of the brief differ.": (
        "Verdict, raisons et réponses sont les mêmes ; seules d'autres phrases de la synthèse diffèrent."
    ),
    "**Verdict:** {before} → **{after}**": "**Verdict :** {before} → **{after}**",
    "**Verdict:** the same, {after}": "**Verdict :** le même, {after}",
    "Reason": "Raison",
    "Reasons": "Raisons",
    "Change": "Changement",
    "{number} answer is the same.": "{number} réponse est la même.",
    "{number} answers are the same.": "{number} réponses sont les mêmes.",
    "Answer: {short}": "Réponse : {short}",
    "Then": "Avant",
    "Now": "Maintenant",
    "Every question and answer": "Toutes les questions et réponses",
    "Edition {version} of the rules, digest {digest}, read on {day}.": (
        "Édition {version} des règles, empreinte {digest}, lue le {day}."
    ),
    "The brief of {day}, edition {version}": "La synthèse du {day}, édition {version}",
    "What the loss rewards, in a chart": "Ce que la perte récompense, en figure",
    "{name}: a small worked example": "{name} : un petit exemple calculé",
    "Track the plan: {done} of {all} next steps done": "Suivre le plan : {done} des {all} prochaines étapes faites",
    "done on {day}": "fait le {day}",
    "Measured by": "Mesuré par",
    "Enter these numbers": "Saisir ces chiffres",
    "Review due since {day}": "Bilan à faire depuis le {day}",
    "Review on {day}": "Bilan le {day}",
    "Reviewed": "Bilan fait",
    "Review date: {day}": "Date de bilan : {day}",
    "Look at it again on": "À revoir le",
    "On that day, the page My ideas shows that a review is due.": (
        "Ce jour-là, la page « Mes idées » montre qu'un bilan est à faire."
    ),
    "What was decided?": "Qu'a-t-on décidé ?",
    "Reached without it (the baseline)": "Atteint sans le modèle (la référence)",
    "Reached with it (measured)": "Atteint avec le modèle (mesuré)",
    "A number with its unit": "Un nombre avec son unité",
    "What happened, and why?": "Que s'est-il passé, et pourquoi ?",
    "Note what happened": "Noter ce qui s'est passé",
    "A link to read": "Un lien pour lire",
    "Whoever opens the link sees this brief as it is at that moment, and can change nothing.": (
        "Montre la synthèse telle qu'elle est chaque fois qu'on l'ouvre. Qui a ce lien ne peut rien changer."
    ),
    "The framing is still open: say what kind of answer you need": (
        "La formulation reste ouverte : dites quel genre de réponse il vous faut"
    ),
    "Make a link to read": "Créer un lien pour lire",
    "QR code of the link to read this brief": "Code QR du lien pour lire cette synthèse",
    "The link to edit": "Le lien de modification",
    "For yourself, on another device. **Whoever has it can change and delete everything.**": (
        "Pour vous, sur un autre appareil. **Qui a ce lien peut tout changer et tout supprimer.**"
    ),
    "Show the link to edit": "Afficher le lien de modification",
    "QR code of the link that can edit this idea": "Code QR du lien qui permet de modifier cette idée",
    (
        "A link made on {day} works. It is stored nowhere but where it was made, so it cannot be shown here: a new "
        "one replaces it."
    ): (
        "Un lien créé le {day} fonctionne. Il n'est enregistré que là où il a été créé et ne peut donc pas être "
        "affiché ici : un nouveau le remplace."
    ),
    "Replace with a new one": "Remplacer par un nouveau",
    "Withdraw": "Retirer",
    "A second opinion": "Un deuxième avis",
    (
        "Others answer the same questions about this idea, and do not see your answers. Then you see side by side "
        "where you differ."
    ): (
        "D'autres répondent aux mêmes questions sur cette idée, sans voir vos réponses. Vous voyez ensuite, côte à "
        "côte, où vous différez."
    ),
    "QR code of the link to give a second opinion on this idea": (
        "Code QR du lien pour donner un deuxième avis sur cette idée"
    ),
    "See where you differ: {number} opinion handed in": "Voir où vous différez : {number} avis remis",
    "See where you differ: {number} opinions handed in": "Voir où vous différez : {number} avis remis",
    "that {host} asks": "que {host} demande",
    "no name of yours": "aucun nom de vous",
    "everybody who has handed in sees all answers, yours too": (
        "tous ceux qui ont remis un avis voient toutes les réponses, les vôtres aussi"
    ),
    "only you see the answers": "vous seul voyez les réponses",
    "They see the name of the idea, “{title}”, and {name}. When they have handed in, {seen}.": (
        "Ils voient le nom de l'idée, « {title} », et {name}. Une fois leur avis remis, {seen}."
    ),
    "Your name, as they see it": "Votre nom, tel qu'ils le voient",
    "Optional": "Peut rester vide",
    "Whoever has handed in may see all answers, mine too": (
        "Qui a remis un avis peut voir toutes les réponses, les miennes aussi"
    ),
    "Ask for a second opinion": "Demander un deuxième avis",
    "This is fixed, because people who were asked have been told so. To change it, delete their opinions.": (
        "Cela reste comme annoncé aux premiers. Pour le changer, supprimez leurs avis."
    ),
    'PDF and slides need a package on this server: `pip install "should-i-use-ml[pdf]"`': (
        'PDF et diapositives demandent un paquet sur ce serveur : `pip install "should-i-use-ml[pdf]"`'
    ),
    "Size of printed pages": "Format des pages imprimées",
    "A4": "A4",
    "Letter": "Letter (américain)",
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
    "doing nothing": "ne rien faire",
    "acting on every case": "agir pour tout le monde",
    "the simple rule": "la règle simple",
    "It pays anywhere within your ranges: it is worth more than {best}, the best simple way.": (
        "C'est rentable partout dans vos fourchettes : cela vaut plus que {best}, la meilleure solution simple."
    ),
    "It does not pay anywhere within your ranges: {best} is worth at least as much.": (
        "Ce n'est rentable nulle part dans vos fourchettes : {best} vaut au moins autant."
    ),
    "It depends: within your ranges it is worth more or less than {best}. Narrow the ranges first.": (
        "Cela dépend : dans vos fourchettes, cela vaut plus ou moins que {best}. Resserrez d'abord les fourchettes."
    ),
}
