package dev.makegood.cli;

import dev.makegood.cli.Surroundings.Screen;

/** Shows a reply: what was done on stdout, why not on stderr; in JSON where a program asked. */
record Showing(Surroundings surroundings, boolean json) {

    int show(Reply reply) {
        switch (reply) {
            case Reply.Done done -> print(json ? Json.written(done.json()) : text(done.lines()));
            case Reply.Found found ->
                    print(json ? Json.written(found.json()) : text(found.lines()));
            case Reply.No no -> refuse(no);
        }
        surroundings.out().stream().flush();
        return reply.exit().code();
    }

    private void print(String text) {
        surroundings.out().stream().println(text);
    }

    private static String text(Iterable<String> lines) {
        return String.join(System.lineSeparator(), lines);
    }

    private void refuse(Reply.No no) {
        Screen err = surroundings.err();
        var why = json
                ? Json.written(Json.object().put("code", no.code()).put("detail", no.why()))
                : new Ink(err.colour()).red("makegood: ") + Ink.foreign(no.why());
        err.stream().println(why);
        err.stream().flush();
    }
}
