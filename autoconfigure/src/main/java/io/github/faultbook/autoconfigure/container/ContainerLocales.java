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

package io.github.faultbook.autoconfigure.container;

import java.util.Enumeration;
import java.util.Locale;

import io.github.faultbook.autoconfigure.language.SupportedLocales;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Chooses the language of requests that a container rejects before Spring MVC sees them.
 * It uses the same properties as Spring MVC: {@code spring.web.locale} and
 * {@code spring.web.locale-resolver}.
 */
final class ContainerLocales {

	private final SupportedLocales supported;

	private final @Nullable Locale locale;

	private final boolean fixed;

	ContainerLocales(SupportedLocales supported, Environment environment) {
		Binder binder = Binder.get(environment);
		this.supported = supported;
		this.locale = binder.bind("spring.web.locale", Locale.class).orElse(null);
		this.fixed = binder.bind("spring.web.locale-resolver", String.class)
			.map("fixed"::equalsIgnoreCase)
			.orElse(false);
	}

	/**
	 * Choose the language of a request.
	 * @param acceptLanguage the values of the header {@code Accept-Language}
	 * @return the language
	 */
	Locale choose(Enumeration<String> acceptLanguage) {
		Locale chosen;
		if (this.fixed || !acceptLanguage.hasMoreElements()) {
			chosen = this.supported.find((this.locale != null) ? this.locale : Locale.getDefault());
		}
		else {
			chosen = this.supported.find(acceptLanguage);
		}
		return (chosen != null) ? chosen : this.supported.fallback();
	}

}
