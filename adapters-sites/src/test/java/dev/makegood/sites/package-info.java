/** Tests of measuring: a site on the loopback address that may be hostile. */
@NullMarked
package dev.makegood.sites;

import org.jspecify.annotations.NullMarked;
