// snippet: host-module
/** A host that is a module: it names what it uses, and nothing of what that uses. */
module example.printshop {
    requires transitive dev.makegood.core;
    requires dev.makegood.persistence;
    requires transitive java.sql;

    exports example;
}
// end
