package dev.makegood.server.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.makegood.server.settings.Logging;
import dev.makegood.server.settings.Logging.Form;
import dev.makegood.server.settings.Logging.Level;

/** What Logback finds when it wakes: warnings as text, until {@link Logs#speak} says otherwise. */
public final class QuietStart extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext logback) {
        Logs.settle(logback, new Logging(Form.TEXT, Level.WARN), false);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
