"""The interface in French: an idea and its interview, answering."""

TEXTS: dict[str, str] = {
    "usually about {number} screen": "en général, environ {number} écran",
    "usually about {number} screens": "en général, environ {number} écrans",
    "about {number} screen left": "encore environ {number} écran",
    "about {number} screens left": "encore environ {number} écrans",
    "{usual} to {most} screens left": "encore {usual} à {most} écrans",
    "up to {number} question": "{number} question au plus",
    "up to {number} questions": "{number} questions au plus",
    # an idea and its interview
    "Idea without a name": "Idée sans nom",
    "read only; “you” is the author": "en lecture seule ; « vous » désigne l'auteur",
    "Your idea:": "Votre idée :",
    "Back to your idea:": "Revenir à votre idée :",
    "Your idea": "Votre idée",
    "Progress": "Progression",
    "What the marks mean": "Ce que signifient les symboles",
    "still possible": "encore possible",
    "the verdict": "le verdict",
    "ruled out": "écarté",
    "Verdict": "Verdict",
    "Verdicts": "Verdicts",
    "settled": "décidé",
    "as far as you know": "d'après ce que vous savez",
    "Just one": "Une seule",
    "Between two?": "Vous hésitez ?",
    "Continue": "Continuer",
    "Tick the one that fits best, even if another fits in part. If two fit equally well, tick the "
    "likelier one. Tick more only if you cannot say which is likelier: this means “one of these”, "
    "and the advice may stay open.": (
        "Cochez celle qui convient le mieux, même si une autre convient en partie. Si deux conviennent aussi bien, "
        "cochez la plus probable. N'en cochez plusieurs que si vous ne pouvez pas dire laquelle est la plus probable : "
        "c'est alors l'une d'elles, et le conseil peut rester ouvert."
    ),
    "The verdict is settled": "Le verdict est arrêté",
    "No further question could change this.": "Aucune autre question ne pourrait le changer.",
    "No further question could change this, as long as what you said about “{stops}” holds.": (
        "Aucune autre question ne pourrait le changer, tant que votre réponse à « {stops} » reste vraie."
    ),
    "As far as your answers go": "D'après vos réponses jusqu'ici",
    "Read the brief": "Lire la synthèse",
    "Add more words and numbers": "Ajouter des mots et des chiffres",
    "In your own words": "Avec vos propres mots",
    "Settle the framing too": "Décider aussi de la formulation",
    "Why now:": "Pourquoi maintenant :",
    "it narrows the result down most. It helps to decide between {verdicts}.": (
        "c'est elle qui précise le plus le résultat. Elle aide à décider entre {verdicts}."
    ),
    "all {number} verdicts": "les {number} verdicts",
    "it does most to decide between {names}.": "c'est elle qui sépare le mieux {names}.",
    "it does most to narrow down the {number} ways to frame your problem.": (
        "c'est elle qui sépare le mieux {number} formulations."
    ),
    "this is always the first question.": "c'est toujours la première question.",
    "this is always among the first questions.": "elle est toujours parmi les premières questions.",
    "Back": "Retour",
    "Forward": "Suivant",
    "Show all": "Tout afficher",
    "Why we ask": "Pourquoi cette question",
    "You ticked: {statements}. Which of these is it?": (
        "Vous avez coché : {statements}. Laquelle de ces réponses est-ce ?"
    ),
    "Back to {place}": "Revenir : {place}",
    "Clear the answer": "Effacer la réponse",
    "{number} more below": "encore {number} plus bas",
    "Not sure about one": "Un doute sur l'une d'elles",
    "Which are you not sure about?": "Sur lesquelles avez-vous un doute ?",
    "You are asked about these next. The others count as not true.": (
        "Les questions suivantes porteront sur celles-ci. Les autres comptent comme fausses."
    ),
    "Check your answers": "Relire vos réponses",
    "Section {number} of {all}": "Partie {number} sur {all}",
    "Sections": "Parties",
    "Based on your answers so far, nothing in this section applies. Continue with the next one.": (
        "D'après vos réponses, rien dans cette partie ne s'applique. Continuez avec la suivante."
    ),
    "In your words": "Avec vos mots",
    "In numbers": "En chiffres",
    "More numbers": "Plus de chiffres",
    "{done} of {all}": "{done} sur {all}",
    "Next: {title}": "Ensuite : {title}",
    "Choose all that apply.": "Cochez tout ce qui convient.",
    "This question may not apply. If so, leave it open.": (
        "Cette question ne s'applique peut-être pas. Dans ce cas, laissez-la ouverte."
    ),
    "Your answer so far:": "Votre réponse jusqu'ici :",
    "Good example:": "Bon exemple :",
    "Weak example:": "Exemple trop vague :",
    "Not sure? How to find out:": "Un doute ? Comment le savoir :",
    "Sources:": "Sources :",
    "and {number} more answer": "et {number} réponse de plus",
    "and {number} more answers": "et {number} réponses de plus",
    # numbers that cannot be read
    "to": "à",
    "The numbers of a range must go from smallest to largest.": (
        "Les nombres d'une fourchette doivent aller du plus petit au plus grand."
    ),
    "Write it like 10 to 20.": "Écrivez par exemple 10 à 20.",
    "This is longer than {most} characters.": "C'est plus long que {most} caractères.",
    "Enter only the number.": "N'écrivez que le nombre.",
    "This is not a number: {given}.": "Ce n'est pas un nombre : {given}.",
    "Write it like 12000 or 0.5, or a range like 10 to 20.": (
        "Écrivez par exemple 12 000 ou 0,5, ou une fourchette comme 10 à 20."
    ),
    "Write it like 0.5 or 5 %, or a range like 10 to 20 %.": (
        "Écrivez par exemple 0,5 ou 5 %, ou une fourchette comme 10 à 20 %."
    ),
    "Do you mean {grouped} or {decimal}? Write {whole} or {decimal}.": (
        "Est-ce {grouped} ou {decimal} ? Écrivez {whole} ou {decimal}."
    ),
    "This is not a share, so it cannot be a percentage.": "Ce n'est pas une part et ne peut donc être un pourcentage.",
    "Enter a count or an amount.": "Donnez un nombre de cas ou un montant.",
    "This must be between {low} and {high}.": "Ce nombre doit être entre {low} et {high}.",
    "Saved as all of them, 100 %. For one in a hundred, write 1 %.": (
        "Enregistré comme tous, soit 100 %. Pour un sur cent, écrivez 1 %."
    ),
    "A share can also be written as a percentage, like 5 %.": "Une part peut aussi s'écrire en pourcentage, comme 5 %.",
    "This cannot be less than {low}.": "Ce nombre ne peut pas être plus petit que {low}.",
    "This cannot be more than {high}.": "Ce nombre ne peut pas être plus grand que {high}.",
    "This must be a whole number.": "Ce nombre doit être un nombre entier.",
    "This number is too large to calculate with.": "Ce nombre est trop grand pour un calcul.",
    "This number is too small to calculate with.": "Ce nombre est trop petit pour un calcul.",
    "Enter 0 instead.": "Donnez plutôt 0.",
    "Enter a number, not {given}.": "Donnez un nombre, pas {given}.",
    "A range needs `low`, `middle` and `high`.": "Une fourchette demande `low`, `middle` et `high`.",
    "Ask only what still matters": "Ne demander que ce qui compte encore",
    "Go through all questions": "Parcourir toutes les questions",
    "Compare with what was published": "Comparer avec ce qui a été publié",
    "This question is not translated yet.": "Cette question n'est pas encore traduite.",
}
