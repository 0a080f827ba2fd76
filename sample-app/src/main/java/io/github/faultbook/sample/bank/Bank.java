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

package io.github.faultbook.sample.bank;

import java.math.BigDecimal;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Client of the bank. Its failures are mapped to catalog entries elsewhere: timeouts by
 * {@link BankTimeoutResolver}, unreadable responses and failed connections by
 * {@code faultbook.mappings}.
 */
@Component
public class Bank {

	private final RestClient client;

	Bank(RestClient.Builder builder, BankSandbox sandbox) {
		this.client = builder.baseUrl(sandbox.url()).build();
	}

	/**
	 * Transfer an amount.
	 * @param amount the amount
	 * @return the bank's reference of the transfer
	 */
	public String transfer(BigDecimal amount) {
		Receipt receipt = this.client.post()
			.uri("/transfers")
			.body(new Transfer(amount.toPlainString()))
			.retrieve()
			.body(Receipt.class);
		if (receipt == null || receipt.reference() == null) {
			throw new ApiException(CommonError.BAD_GATEWAY);
		}
		return receipt.reference();
	}

	record Transfer(String amount) {

	}

	record Receipt(@Nullable String reference) {

	}

}
