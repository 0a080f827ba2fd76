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

package io.github.faultbook.autoconfigure.actuate;

import java.util.Locale;

import io.github.faultbook.ErrorRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A request of which nothing is known but the language of the operator.
 */
final class TrialRequest implements ErrorRequest {

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String path() {
		return "/";
	}

	@Override
	public @Nullable String header(String name) {
		return null;
	}

	@Override
	public Locale locale() {
		return LocaleContextHolder.getLocale();
	}

	@Override
	public String reference() {
		return "trial";
	}

	@Override
	public <T> @Nullable T unwrap(Class<T> type) {
		return null;
	}

}
