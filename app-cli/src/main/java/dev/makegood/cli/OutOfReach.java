package dev.makegood.cli;

/** What to say of a gateway that cannot be asked from here. */
final class OutOfReach {

    private OutOfReach() {}

    static Reply notHere(String gateway) {
        return new Reply.No(Exit.UNREACHABLE, "provider_unavailable",
                gateway + " is not configured here: run this where the server's settings are");
    }

    static Reply silent(String gateway, String what) {
        return new Reply.No(Exit.UNREACHABLE, "provider_unavailable",
                gateway + " does not answer: " + what);
    }
}
