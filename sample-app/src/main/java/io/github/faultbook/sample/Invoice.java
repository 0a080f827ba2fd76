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

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.faultbook.ApiException;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of a business.
 *
 * @param id the identifier
 * @param businessId the business
 * @param due the amount that is not paid yet
 * @param document the text of the invoice, or {@code null} once it is void
 */
record Invoice(String id, String businessId,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(implementation = String.class,
				example = "80.00") BigDecimal due,
		@JsonIgnore @Nullable String document) {

	void requireDue(BigDecimal amount) {
		if (amount.compareTo(this.due) > 0) {
			throw new ApiException(BillingError.AMOUNT_TOO_HIGH).with("due", this.due.toPlainString());
		}
	}

	Invoice pay(BigDecimal amount) {
		return new Invoice(this.id, this.businessId, this.due.subtract(amount), this.document);
	}

	Invoice replaceDocument(@Nullable String document) {
		return new Invoice(this.id, this.businessId, this.due, document);
	}

}
