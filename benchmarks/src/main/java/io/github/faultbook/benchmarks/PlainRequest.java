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

package io.github.faultbook.benchmarks;

import java.util.Locale;

import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request without an HTTP stack.
 */
final class PlainRequest implements ErrorRequest {

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return "/invoices/inv_0815";
	}

	@Override
	public @Nullable String header(String name) {
		return name.equals("Accept") ? "application/json" : null;
	}

	@Override
	public Locale locale() {
		return Locale.GERMAN;
	}

	@Override
	public String reference() {
		return "4bf92f3577b34da6";
	}

	@Override
	public <T> @Nullable T unwrap(Class<T> type) {
		return null;
	}

}
