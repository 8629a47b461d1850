package dev.makegood.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/**
 * What is shipped as ours: nothing of the tests, not even the stand-ins that the demo runs, and no library that
 * stands in our jar under another name.
 */
public final class ShippedClasses implements ImportOption {

    private static final Pattern NOT_OURS = Pattern.compile(
            "/test-classes/|-tests\\.jar|/dev/makegood/persistence/(jooq|r2dbc|reactivestreams)/");

    @Override
    public boolean includes(Location location) {
        return !NOT_OURS.matcher(location.toString()).find();
    }
}
