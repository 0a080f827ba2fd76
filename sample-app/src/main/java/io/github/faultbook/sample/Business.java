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
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A customer of a partner.
 *
 * @param id the identifier
 * @param partner the name of the partner it belongs to
 * @param externalId the partner's identifier of the business
 * @param name the name
 * @param email the address to which invoices are sent
 * @param listed whether all partners see the name
 * @param balance the prepaid amount
 * @param version the number of changes
 */
record Business(String id, @JsonIgnore String partner, String externalId, String name, String email,
		@JsonIgnore boolean listed, @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(implementation = String.class,
				example = "80.00") BigDecimal balance,
		@JsonIgnore int version) {

	Business change(BusinessRequest request) {
		return new Business(this.id, this.partner, request.externalId(), request.name(), request.email(), this.listed,
				this.balance, this.version + 1);
	}

	Business withdraw(BigDecimal amount) {
		return new Business(this.id, this.partner, this.externalId, this.name, this.email, this.listed,
				this.balance.subtract(amount), this.version + 1);
	}

	String eTag() {
		return "\"" + this.version + "\"";
	}

}
