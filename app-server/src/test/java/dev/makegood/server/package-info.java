/** The server as a whole: it starts, works behind its answers, and ends in an orderly way. */
@NullMarked
package dev.makegood.server;

import org.jspecify.annotations.NullMarked;
