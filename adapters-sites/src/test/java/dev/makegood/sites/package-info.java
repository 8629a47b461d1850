/** Tests of measuring: a site on the loopback address that may be as hostile as it likes. */
@NullMarked
package dev.makegood.sites;

import org.jspecify.annotations.NullMarked;
