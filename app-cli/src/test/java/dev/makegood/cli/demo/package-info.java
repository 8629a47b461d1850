/** Everything together, on the demo: a real server, a real database, stand-ins over real HTTP. */
@NullMarked
package dev.makegood.cli.demo;

import org.jspecify.annotations.NullMarked;
