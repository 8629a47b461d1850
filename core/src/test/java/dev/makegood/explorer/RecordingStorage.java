package dev.makegood.explorer;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.testing.ForwardingStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A storage that remembers everything that units wrote, so that another can be made to write the same. */
final class RecordingStorage extends ForwardingStorage {

    private static final Set<String> READS = Set.of("find", "findUnpaid", "isClaimed", "wallet",
            "openGrants", "spendableGrants", "grant", "transfer", "settlementOf", "refundedFrom",
            "reversalsOf", "debtSettlements", "lastAt", "toString", "hashCode", "equals");

    private final List<RecordedUnit> units = new ArrayList<>();

    RecordingStorage(Storage storage) {
        super(storage);
    }

    private record RecordedUnit(CustomerId customer, List<RecordedWrite> writes) {}

    /** A call of a port in a unit. */
    private record RecordedWrite(Method port, Method method, List<Object> arguments) {

        void repeat(Unit unit) {
            var unused = call(method, call(port, unit), arguments.toArray());
        }
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        var writes = new ArrayList<RecordedWrite>();
        R answer = super.write(customer, unit -> work.on(recording(unit, writes)));
        units.add(new RecordedUnit(customer, writes));
        return answer;
    }

    /** Writes the same in another storage; what follows one another for one customer, in one unit. */
    void repeatIn(Storage other) {
        var writes = new ArrayList<RecordedWrite>();
        for (int number = 0; number < units.size(); number++) {
            var customer = units.get(number).customer();
            writes.addAll(units.get(number).writes());
            if (number + 1 == units.size() || !units.get(number + 1).customer().equals(customer)) {
                other.change(customer, unit -> writes.forEach(write -> write.repeat(unit)));
                writes.clear();
            }
        }
    }

    private static Unit recording(Unit unit, List<RecordedWrite> writes) {
        return proxy(Unit.class, (port, none) -> {
            var real = call(port, unit);
            return proxy(port.getReturnType(), (method, arguments) -> {
                var answer = call(method, real, arguments);
                if (!READS.contains(method.getName())) {
                    writes.add(new RecordedWrite(port, method, Arrays.asList(arguments)));
                }
                return answer;
            });
        });
    }

    private interface Call {

        Object answer(Method method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> call.answer(method,
                        arguments == null ? new Object[0] : arguments)));
    }

    private static Object call(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Stream.of(e.getCause())
                    .filter(RuntimeException.class::isInstance)
                    .map(RuntimeException.class::cast)
                    .findFirst()
                    .orElseGet(() -> new IllegalStateException(e.getCause()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
