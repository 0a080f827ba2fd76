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

package io.github.faultbook.autoconfigure.servlet;

import java.util.List;
import java.util.Locale;

import io.github.faultbook.autoconfigure.language.SupportedLocales;
import io.github.faultbook.pipeline.ErrorReferences;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.LocaleResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

/**
 * Tests for {@link ServletErrorRequest}.
 */
class ServletErrorRequestTests {

	@Test
	void localeIsResolvedOnce() {
		LocaleResolver resolver = mock(LocaleResolver.class);
		given(resolver.resolveLocale(any())).willReturn(Locale.GERMAN);
		ServletErrorRequest request = new ServletErrorRequest(new MockHttpServletRequest(), ErrorReferences::random,
				new SupportedLocales(List.of(Locale.GERMAN), Locale.ENGLISH), () -> resolver);
		assertThat(request.locale()).isEqualTo(Locale.GERMAN);
		assertThat(request.locale()).isEqualTo(Locale.GERMAN);
		verify(resolver, times(1)).resolveLocale(any());
	}

}
