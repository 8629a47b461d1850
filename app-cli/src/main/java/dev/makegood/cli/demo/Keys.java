package dev.makegood.cli.demo;

import dev.makegood.access.Role;
import dev.makegood.server.Installation;

/** One key of each role, shown to whoever runs the demo. */
record Keys(String app, String pipeline, String worker, String operator) {

    static Keys made(Installation house) {
        return new Keys(made(house, Role.APP), made(house, Role.PIPELINE),
                made(house, Role.WORKER), made(house, Role.OPERATOR));
    }

    private static String made(Installation house, Role role) {
        return house.keyring().create(role, "demo", "demo").text();
    }

    @Override
    public String toString() {
        return "Keys[***]";
    }
}
