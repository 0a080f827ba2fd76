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

package io.github.faultbook.autoconfigure.language;

import java.util.Locale;

import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorTexts;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.DelegatingMessageSource;

/**
 * Configuration for the texts of errors in the languages of an application.
 */
@Configuration(proxyBeanMethods = false)
public final class LanguageConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ErrorMessages faultbookErrorMessages(MessageSource messages) {
		if (messages instanceof DelegatingMessageSource delegating && delegating.getParentMessageSource() == null) {
			return ErrorMessages.NONE;
		}
		return new MessageSourceMessages(messages);
	}

	@Bean
	ErrorTexts faultbookErrorTexts(ErrorMessages messages) {
		return new ErrorTexts(messages);
	}

	@Bean
	SupportedLocales faultbookSupportedLocales(FaultbookProperties properties, ErrorMessages messages,
			MessageSource source, ApplicationContext context) {
		Locale preset = context.getEnvironment().getProperty("spring.web.locale", Locale.class);
		return new MessageLocales(context).find(properties.getLanguages(), preset, messages, source);
	}

}
