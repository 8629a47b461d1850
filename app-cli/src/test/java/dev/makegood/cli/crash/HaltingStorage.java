package dev.makegood.cli.crash;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.store.Store;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;

/** A storage whose process may be halted just before a commit, or just after one; all else is as it was. */
record HaltingStorage(Storage storage, Halting halting) implements InvocationHandler {

    static Storage of(Storage storage, Halting halting) {
        return (Storage) Proxy.newProxyInstance(Storage.class.getClassLoader(),
                new Class<?>[] {Storage.class}, new HaltingStorage(storage, halting));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("write")) {
            return write((CustomerId) arguments[0],
                    (Store.Work<? super Unit, Object>) arguments[1]);
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(self, method, arguments);
        }
        try {
            return method.invoke(storage, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object write(CustomerId customer, Store.Work<? super Unit, Object> work) {
        var news = new ArrayList<News>();
        var answer = storage.write(customer, unit -> {
            news.clear();
            var made = work.on(new WatchedUnit(unit, news));
            halting.pass(Point.BEFORE_COMMIT);
            news.forEach(written -> halting.pass(written.before()));
            return made;
        });
        halting.pass(Point.AFTER_COMMIT);
        news.forEach(written -> halting.pass(written.after()));
        return answer;
    }
}
