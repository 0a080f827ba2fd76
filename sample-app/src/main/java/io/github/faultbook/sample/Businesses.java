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

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.sample.access.Partner;

import org.springframework.stereotype.Component;

/**
 * The store of businesses, with some initial ones.
 */
@Component
class Businesses {

	private final Map<String, Business> businesses = new LinkedHashMap<>();

	Businesses() {
		save(new Business("bus_1", "acme", "crm-1", "Duck Pond", "duck@example.com", false, new BigDecimal("50.50"),
				1));
		save(new Business("bus_2", "acme", "crm-2", "Goose Farm", "goose@example.com", false, BigDecimal.ZERO, 1));
		save(new Business("bus_3", "globex", "g-1", "Swan Lake", "swan@example.com", true, BigDecimal.ZERO, 1));
		save(new Business("bus_4", "globex", "g-2", "Heron Marsh", "heron@example.com", false, BigDecimal.ZERO, 1));
	}

	synchronized List<Business> visibleTo(Partner partner) {
		return this.businesses.values()
			.stream()
			.filter((business) -> business.listed() || business.partner().equals(partner.name()))
			.toList();
	}

	synchronized Business get(Partner partner, String id) {
		Business business = this.businesses.get(id);
		if (business != null && business.partner().equals(partner.name())) {
			return business;
		}
		if (business != null && business.listed()) {
			throw new ApiException(CommonError.PERMISSION_DENIED);
		}
		// A hidden business must not be distinguishable from a missing one
		throw new ApiException(BillingError.BUSINESS_NOT_FOUND).with("business_id", id);
	}

	synchronized Business create(Partner partner, BusinessRequest request) {
		String id = "bus_" + (this.businesses.size() + 1);
		requireUnique(partner, request, id);
		return save(new Business(id, partner.name(), request.externalId(), request.name(), request.email(), false,
				BigDecimal.ZERO, 1));
	}

	synchronized Business change(Partner partner, String id, BusinessRequest request, List<String> eTags) {
		Business business = get(partner, id);
		if (eTags.isEmpty()) {
			throw new ApiException(CommonError.PRECONDITION_REQUIRED);
		}
		if (!eTags.contains(business.eTag()) && !eTags.contains("*")) {
			throw new ApiException(BillingError.OUTDATED_VERSION).with("current", business.eTag());
		}
		requireUnique(partner, request, id);
		return save(business.change(request));
	}

	synchronized void withdraw(Partner partner, String id, BigDecimal amount) {
		Business business = get(partner, id);
		if (business.balance().compareTo(amount) < 0) {
			throw new ApiException(BillingError.INSUFFICIENT_BALANCE).with("required", amount.toPlainString())
				.with("available", business.balance().toPlainString());
		}
		save(business.withdraw(amount));
	}

	private void requireUnique(Partner partner, BusinessRequest request, String id) {
		for (Business other : this.businesses.values()) {
			if (other.partner().equals(partner.name()) && other.externalId().equals(request.externalId())
					&& !other.id().equals(id)) {
				throw new ApiException(BillingError.DUPLICATE_EXTERNAL_ID).with("id", other.id());
			}
		}
	}

	private Business save(Business business) {
		this.businesses.put(business.id(), business);
		return business;
	}

}
