/** What operators can set, tried with good values and bad ones. */
@NullMarked
package dev.makegood.server.settings;

import org.jspecify.annotations.NullMarked;
