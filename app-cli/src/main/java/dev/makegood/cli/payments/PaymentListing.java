package dev.makegood.cli.payments;

import dev.makegood.cli.command.CustomerLookup;
import dev.makegood.cli.command.ListOptions;
import dev.makegood.cli.output.PaymentOutput;
import dev.makegood.cli.terminal.CommandResult;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentCursor;
import dev.makegood.payment.PaymentFilter;
import dev.makegood.payment.PaymentId;
import dev.makegood.server.Installation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of payments, as the options say. */
record PaymentListing(Installation installation, ListOptions options) {

    CommandResult list(PaymentFilter filter, @Nullable PaymentId after) {
        var inTime = filter.between(null, options.madeBefore(installation));
        var customer = options.customer();
        return customer == null ? page(inTime, after)
                : new CustomerLookup(installation).withCustomer(customer,
                        id -> page(inTime.withCustomer(id), after));
    }

    private CommandResult page(PaymentFilter filter, @Nullable PaymentId after) {
        if (options.gatewayRef() != null) {
            return output(options.paymentsOfReference(installation)
                    .filter(filter::includes)
                    .toList());
        }
        return after == null ? output(read(filter, null))
                : installation.makegood()
                        .payments()
                        .find(after)
                        .map(payment -> output(read(filter, PaymentCursor.of(payment))))
                        .orElseGet(() -> CommandResult.notFound("there is no payment " + after));
    }

    private List<Payment> read(PaymentFilter filter, @Nullable PaymentCursor after) {
        return installation.storage().reports().payments(filter, after, options.limit());
    }

    private CommandResult output(List<Payment> payments) {
        return PaymentOutput.list(installation, payments);
    }
}
