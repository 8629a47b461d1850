package dev.makegood.cli.demo;

import dev.makegood.access.Role;
import dev.makegood.server.Installation;

/** One key of each role, printed by the demo. */
record DemoKeys(String app, String pipeline, String worker, String operator) {

    static DemoKeys create(Installation installation) {
        return new DemoKeys(create(installation, Role.APP), create(installation, Role.PIPELINE),
                create(installation, Role.WORKER), create(installation, Role.OPERATOR));
    }

    private static String create(Installation installation, Role role) {
        return installation.keyring().create(role, "demo", "demo").text();
    }

    @Override
    public String toString() {
        return "DemoKeys[***]";
    }
}
