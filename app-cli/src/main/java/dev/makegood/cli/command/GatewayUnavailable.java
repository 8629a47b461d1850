package dev.makegood.cli.command;

import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.cli.terminal.ExitCode;

/** The problems of a gateway that is not configured here, or does not answer. */
public final class GatewayUnavailable {

    private GatewayUnavailable() {}

    public static CommandResult notConfigured(String gateway) {
        return new CommandResult.CommandProblem(ExitCode.UNREACHABLE, "provider_unavailable",
                gateway + " is not configured here: run this where the server's settings are");
    }

    public static CommandResult notAnswering(String gateway, String detail) {
        return new CommandResult.CommandProblem(ExitCode.UNREACHABLE, "provider_unavailable",
                gateway + " does not answer: " + detail);
    }
}
