"""Second opinions, in French."""

TEXTS: dict[str, str] = {
    # a second opinion: for whoever is asked
    "**{host}** asks what you think of this idea:": "**{host}** demande ce que vous pensez de cette idée :",
    "You are asked what you think of this idea:": "On vous demande ce que vous pensez de cette idée :",
    (
        "You answer some questions about it, alone: you do not see what anybody else has answered. At most "
        "{number} question, usually far fewer. “Not sure” is an answer too."
    ): (
        "Vous répondez de votre côté à quelques questions, sans voir ce que les autres ont répondu. Il y en a "
        "{number} au plus, d'habitude bien moins. « Je ne sais pas » est aussi une réponse."
    ),
    (
        "You answer some questions about it, alone: you do not see what anybody else has answered. At most "
        "{number} questions, usually far fewer. “Not sure” is an answer too."
    ): (
        "Vous répondez de votre côté à quelques questions, sans voir ce que les autres ont répondu. Il y en a "
        "{number} au plus, d'habitude bien moins. « Je ne sais pas » est aussi une réponse."
    ),
    (
        "When you have handed in, {host} and everybody else who has handed in see your answers with your name, and "
        "you see theirs."
    ): (
        "Une fois votre avis remis, {host} et tous ceux qui ont remis le leur voient vos réponses avec votre nom, "
        "et vous voyez les leurs."
    ),
    "When you have handed in, only {host} sees your answers, with your name.": (
        "Une fois votre avis remis, vos réponses, avec votre nom, ne sont visibles que pour {host}."
    ),
    "whoever asked you": "la personne qui vous a demandé votre avis",
    "This is the link for the others: the idea was begun on this device.": (
        "Ce lien est destiné aux autres : l'idée a été commencée sur cet appareil."
    ),
    "On this device {names} has begun already.": "Avis déjà commencés sur cet appareil : {names}.",
    "somebody without a name": "quelqu'un sans nom",
    "Go on as {opinion}": "Continuer en tant que {opinion}",
    "Your name, as the others see it": "Votre nom, tel que les autres le voient",
    "Begin": "Commencer",
    "Your opinion on “{title}”": "Votre avis sur « {title} »",
    "Nobody sees your answers before you hand them in.": "Personne ne voit vos réponses avant que vous les remettiez.",
    "You have not answered anything yet.": "Vous n'avez encore répondu à rien.",
    "Answer the questions": "Répondre aux questions",
    "I am done: hand it in": "J'ai terminé : remettre mon avis",
    "Go on answering": "Continuer à répondre",
    "Look through my answers": "Relire mes réponses",
    ("Handed in on {day}. It stays as it was then: what you change in your answers from now on does not count."): (
        "Remis le {day}. Votre avis reste tel qu'il était alors : ce que vous changez désormais dans vos réponses "
        "ne compte plus."
    ),
    "Read the brief of your answers": "Lire la synthèse de vos réponses",
    "Check an idea of your own": "Vérifier une idée à vous",
    "The link for the others:": "Le lien pour les autres :",
    "Only {host} sees where you differ. Ask to go through the differences together.": (
        "Les différences ne sont visibles que pour {host}. Proposez de les parcourir ensemble."
    ),
    "Who asked": "Qui a demandé l'avis",
    "Continue on another device": "Continuer sur un autre appareil",
    "**Whoever has this link can change your answers.** It is for yourself.": (
        "**Qui a ce lien peut changer vos réponses.** Il n'est destiné qu'à vous."
    ),
    "QR code of the link to your own answers": "Code QR du lien vers vos propres réponses",
    "Withdraw my opinion": "Retirer mon avis",
    "Nobody sees it any more. Your answers stay with you, as an idea of your own.": (
        "Plus personne ne le voit. Vos réponses vous restent, comme une idée à vous."
    ),
    "Your opinion was withdrawn.": "Votre avis a été retiré.",
    "What you have handed in stays with whoever asked. To take it back, withdraw your opinion first.": (
        "La personne qui a demandé votre avis garde ce que vous avez remis. Pour le reprendre, retirez d'abord votre "
        "avis."
    ),
    # second opinions: for whoever asked
    "Second opinions": "Autres avis",
    "Open the brief of an idea and choose *Share* to ask others what they think of it.": (
        "Ouvrez la synthèse d'une idée et choisissez *Partager* pour demander aux autres ce qu'ils en pensent."
    ),
    "Nobody has begun yet. The link for the others is in the brief, under *Share*.": (
        "Personne n'a encore commencé. Le lien pour les autres est dans la synthèse, sous *Partager*."
    ),
    "Nobody has handed in an opinion yet.": "Personne n'a encore remis d'avis.",
    "To the brief": "Vers la synthèse",
    "Who was asked": "À qui l'avis a été demandé",
    "handed in on {day}": "remis le {day}",
    "began on {day}, not handed in yet": "commencé le {day}, pas encore remis",
    "Delete the opinion of {opinion}? They keep their own answers.": (
        "Supprimer cet avis ({opinion}) ? Cette personne garde ses propres réponses."
    ),
    "The opinion of {opinion} was deleted.": "L'avis a été supprimé ({opinion}).",
    "You": "Vous",
    "Without a name": "Sans nom",
    # opinions side by side
    "What each comes to": "À quoi chacun arrive",
    "You all come to the same result. {verdict}.": "Vous arrivez tous au même résultat. {verdict}.",
    "None of you has a verdict yet, and the same ones are still possible for each of you. {verdict}.": (
        "Aucun de vous n'a encore de verdict, et les mêmes restent possibles pour chacun. {verdict}."
    ),
    "You are {people} people and come to {results} different results.": (
        "Vous êtes {people} et arrivez à {results} résultats différents."
    ),
    "If any answer that one of you gave may be right, the verdict is the same: {names}.": (
        "Si toute réponse donnée par l'un de vous peut être la bonne, le verdict est le même : {names}."
    ),
    "If any answer that one of you gave may be right, every verdict is still possible.": (
        "Si toute réponse donnée par l'un de vous peut être la bonne, tous les verdicts sont encore possibles."
    ),
    "If any answer that one of you gave may be right, these verdicts are still possible: {names}.": (
        "Si toute réponse donnée par l'un de vous peut être la bonne, ces verdicts sont encore possibles : {names}."
    ),
    "Worth talking about": "À discuter entre vous",
    "None of your differences changes the verdict by itself.": (
        "Aucune de vos différences ne change à elle seule le verdict."
    ),
    "No single answer makes the difference: it takes several together. Go through those below.": (
        "Aucune réponse ne fait à elle seule la différence : il en faut plusieurs ensemble. Parcourez celles "
        "ci-dessous."
    ),
    "With somebody else's answer to this question, other verdicts would be possible for one of you.": (
        "Avec la réponse d'un autre à cette question, d'autres verdicts seraient possibles pour l'un de vous."
    ),
    "You come to the same result. But with somebody else's answer to this question, one of you would not.": (
        "Vous arrivez au même résultat. Mais avec la réponse d'un autre à cette question, l'un de vous n'y "
        "arriverait pas."
    ),
    "More of the difference between your verdicts comes from this question than from any other.": (
        "C'est de cette question, plus que de toute autre, que vient la différence entre vos verdicts."
    ),
    "This is the only question whose answer changes somebody's verdict by itself.": (
        "C'est la seule question dont la réponse change à elle seule le verdict de quelqu'un."
    ),
    "**To settle it:** {found_out}": "**Pour trancher :** {found_out}",
    "These also change somebody's verdict": "Celles-ci changent aussi le verdict de quelqu'un",
    "{number} other difference, which changes no verdict by itself": (
        "{number} autre différence, qui ne change à elle seule aucun verdict"
    ),
    "{number} other differences, none of which changes a verdict by itself": (
        "{number} autres différences, dont aucune ne change à elle seule un verdict"
    ),
    "Left open": "Laissé ouvert",
    "Go on together": "Continuer ensemble",
    (
        "A new idea with what you agree on. Where you differ, it says that one of your answers holds, and its "
        "brief shows what to find out."
    ): (
        "Une nouvelle idée avec ce sur quoi vous êtes d'accord. Là où vous différez, elle dit que l'une de vos "
        "réponses est juste, et sa synthèse montre ce qu'il faut apprendre."
    ),
    "Make one idea of all answers": "Faire une idée de toutes les réponses",
    "all answers together": "toutes les réponses ensemble",
    "There are {most} opinions on this idea already.": "Il y a déjà {most} avis sur cette idée.",
    "Ask whoever sent the link to delete one.": "Demandez à la personne qui a envoyé le lien d'en supprimer un.",
    "Yours is kept. Ask whoever sent the link to delete another, then hand yours in.": (
        "Vos réponses sont gardées. Demandez à la personne qui a envoyé le lien de supprimer un avis, puis remettez le "
        "vôtre."
    ),
    "{most} opinions on this idea have been begun but not handed in.": (
        "{most} personnes ont commencé un avis sur cette idée et ne l'ont pas remis."
    ),
    "Ask whoever sent the link to delete some of these.": (
        "Demandez à la personne qui a envoyé le lien de supprimer quelques-uns de ces avis."
    ),
}
