/** Log lines as they are really written. */
@NullMarked
package dev.makegood.server.log;

import org.jspecify.annotations.NullMarked;
