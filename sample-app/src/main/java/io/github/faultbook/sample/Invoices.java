/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.sample;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.faultbook.ApiException;
import io.github.faultbook.sample.access.Partner;

import org.springframework.stereotype.Component;

/**
 * The store of invoices, with some initial ones.
 */
@Component
class Invoices {

	private final Businesses businesses;

	private final Map<String, Invoice> invoices = new LinkedHashMap<>();

	Invoices(Businesses businesses) {
		this.businesses = businesses;
		save(new Invoice("inv_1", "bus_1", new BigDecimal("100.00"), "Invoice inv_1: pay 100.00"));
		save(new Invoice("inv_2", "bus_1", new BigDecimal("20.00"), null));
	}

	synchronized List<Invoice> find(Partner partner, String businessId) {
		Business business = this.businesses.get(partner, businessId);
		return this.invoices.values().stream().filter((invoice) -> invoice.businessId().equals(business.id())).toList();
	}

	synchronized Invoice get(Partner partner, String businessId, String id) {
		return find(partner, businessId).stream()
			.filter((invoice) -> invoice.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new ApiException(BillingError.INVOICE_NOT_FOUND).with("invoice_id", id));
	}

	synchronized Invoice create(Partner partner, String businessId, BigDecimal amount) {
		Business business = this.businesses.get(partner, businessId);
		String id = "inv_" + (this.invoices.size() + 1);
		return save(new Invoice(id, business.id(), amount, "Invoice %s: pay %s".formatted(id, amount)));
	}

	synchronized Invoice change(Partner partner, String businessId, String id, UnaryOperator<Invoice> change) {
		return save(change.apply(get(partner, businessId, id)));
	}

	private Invoice save(Invoice invoice) {
		this.invoices.put(invoice.id(), invoice);
		return invoice;
	}

}
