/** The server as a whole: it starts, does its background work, and ends in an orderly way. */
@NullMarked
package dev.makegood.server;

import org.jspecify.annotations.NullMarked;
