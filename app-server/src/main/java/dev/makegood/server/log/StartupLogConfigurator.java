package dev.makegood.server.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.makegood.server.settings.LogSettings;
import dev.makegood.server.settings.LogSettings.LogFormat;
import dev.makegood.server.settings.LogSettings.LogLevel;

/** What Logback uses at its start: warnings as text, until {@link LogConfiguration#apply} is called. */
public final class StartupLogConfigurator extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext logback) {
        LogConfiguration.configure(logback, new LogSettings(LogFormat.TEXT, LogLevel.WARN), false);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
