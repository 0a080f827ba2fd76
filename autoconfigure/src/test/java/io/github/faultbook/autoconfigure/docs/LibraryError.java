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

package io.github.faultbook.autoconfigure.docs;

import java.time.Duration;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;

import static io.github.faultbook.ErrorDefinition.of;

/**
 * Errors of a library, some with texts that pages must not interpret as markup.
 */
enum LibraryError implements ErrorCode {

	BOOK_NOT_FOUND(of(404, "Book {isbn} does not exist.").cause("It was never bought.")
		.solution("Check the number.")
		.parameter("isbn", String.class, "The number that was asked for")
		.since("1.2")),

	FEE_DUE(of(402, "The fee of {amount} is due.").parameter("amount", String.class, "The fee", "100.00")
		.parameter("days", Integer.class, "How many days late", 3)),

	SHELF_BUSY(of(409, "The shelf is being moved.").retry(Retry.ALWAYS, Duration.ofSeconds(3))
		.deprecated("2.0", "library_closed")),

	LIBRARY_CLOSED(of(507, "The library is closed.").retry(Retry.ALWAYS, Duration.ofSeconds(90))),

	SECRET_VAULT(of(500, "The vault is open.").internalOnly()),

	OLD_VAULT(of(500, "The old vault is open.").deprecated("2.0", "secret_vault")),

	HOSTILE(of(418, "</p><script>alert('message')</script> & \"quotes\"").title("</title><script>alert(1)</script>")
		.cause("</style><img src=x onerror=alert(2)> *bold* [link](javascript:alert(3)) `code` | cell")
		.solution("# Heading\n- list <b>\u0000</b>")
		.parameter("number", String.class, "' onload='alert(4)", "</code><script>alert(5)</script>")
		.since("\"><script>"));

	private final ErrorDefinition definition;

	LibraryError(ErrorDefinition definition) {
		this.definition = definition;
	}

	@Override
	public ErrorDefinition definition() {
		return this.definition;
	}

}
