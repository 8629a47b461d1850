package dev.makegood.pricing;

import java.util.List;

class PriceTableContractTest extends PriceListContract {

    @Override
    protected PriceList priced(List<Tariff> tariffs) {
        return PriceTable.of(tariffs);
    }
}
