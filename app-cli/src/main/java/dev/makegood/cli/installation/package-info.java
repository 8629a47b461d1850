/**
 * {@code makegood serve}, {@code migrate} and {@code verify}: the installation as a whole.
 */
@NullMarked
package dev.makegood.cli.installation;

import org.jspecify.annotations.NullMarked;
