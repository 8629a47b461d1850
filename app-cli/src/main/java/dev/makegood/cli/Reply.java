package dev.makegood.cli;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a command has to say at its end. */
sealed interface Reply {

    Exit exit();

    /** Done: in JSON for programs, in lines for people. */
    record Done(JsonNode json, List<String> lines) implements Reply {

        public Done {
            lines = List.copyOf(lines);
        }

        @Override
        public Exit exit() {
            return Exit.DONE;
        }
    }

    /** Looked, and not all is well: shown as what was found, ended as a refusal as a rule. */
    record Found(Exit exit, JsonNode json, List<String> lines) implements Reply {

        public Found {
            lines = List.copyOf(lines);
        }

        Found(JsonNode json, List<String> lines) {
            this(Exit.REFUSED, json, lines);
        }
    }

    /** Not done, and why; {@code code} is the word that programs know it by. */
    record No(Exit exit, String code, String why) implements Reply {}

    static Reply done(JsonNode json, String... lines) {
        return new Done(json, List.of(lines));
    }

    static Reply refused(String code, String why) {
        return new No(Exit.REFUSED, code, why);
    }

    static Reply notFound(String what) {
        return new No(Exit.NOT_FOUND, "not_found", what);
    }
}
