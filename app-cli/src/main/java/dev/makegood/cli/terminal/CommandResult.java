package dev.makegood.cli.terminal;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The result of a command. */
public sealed interface CommandResult {

    ExitCode exitCode();

    /** For programs. */
    JsonNode json();

    /** For people. */
    List<String> lines();

    /** Done: as JSON for programs, as lines for people. */
    record CommandSuccess(JsonNode json, List<String> lines) implements CommandResult {

        public CommandSuccess {
            lines = List.copyOf(lines);
        }

        @Override
        public ExitCode exitCode() {
            return ExitCode.SUCCESS;
        }
    }

    /** A check that found something: printed like a success, ended as a refusal unless said otherwise. */
    record CommandFindings(ExitCode exitCode, JsonNode json, List<String> lines)
            implements CommandResult {

        public CommandFindings {
            lines = List.copyOf(lines);
        }

        public CommandFindings(JsonNode json, List<String> lines) {
            this(ExitCode.REFUSED, json, lines);
        }
    }

    /** Not done, and why; {@code code} is for programs. */
    record CommandProblem(ExitCode exitCode, String code, String detail) implements CommandResult {

        @Override
        public ObjectNode json() {
            return CliJson.object().put("code", code).put("detail", detail);
        }

        @Override
        public List<String> lines() {
            return List.of(detail);
        }
    }

    /** The same, with the books it was written to, for programs. */
    default CommandResult withBooks(String books) {
        if (json() instanceof ObjectNode json) {
            json.put("books", books);
        }
        return this;
    }

    static CommandResult success(JsonNode json, String... lines) {
        return new CommandSuccess(json, List.of(lines));
    }

    static CommandResult refusal(String code, String detail) {
        return new CommandProblem(ExitCode.REFUSED, code, detail);
    }

    static CommandResult notFound(String detail) {
        return new CommandProblem(ExitCode.NOT_FOUND, "not_found", detail);
    }
}
