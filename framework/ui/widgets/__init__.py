"""One module for each kind of thing on a page. It shows what it is given; what a person does goes to `ui.state`."""
