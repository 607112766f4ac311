"""The interface in French: around a brief: its forms, answering, earlier editions, its review, passing it on."""

TEXTS: dict[str, str] = {
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
    "Change the numbers": "Modifier les chiffres",
    "Review due since {day}": "Bilan à faire depuis le {day}",
    "Review on {day}": "Bilan le {day}",
    "Reviewed": "Bilan fait",
    "Review date: {day}": "Date de bilan : {day}",
    "Look at it again on": "À revoir le",
    "YYYY-MM-DD": "DD/MM/YYYY",
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
    "and that {host} asks": "et votre nom : {host}",
    "The link stops working for everybody who has it.": "Le lien cesse de marcher pour tous ceux qui l'ont.",
    "Withdraw the link": "Retirer le lien",
    "but not your name": "mais pas votre nom",
    "everybody who has handed in sees all answers, yours too": (
        "tous ceux qui ont remis un avis voient toutes les réponses, les vôtres aussi"
    ),
    "only you see the answers": "vous seul voyez les réponses",
    "They see the name of the idea, “{title}”, {name}. When they have handed in, {seen}.": (
        "Ils voient le nom de l'idée, « {title} », {name}. Une fois leur avis remis, {seen}."
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
}
