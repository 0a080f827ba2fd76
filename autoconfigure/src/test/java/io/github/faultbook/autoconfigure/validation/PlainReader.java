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

package io.github.faultbook.autoconfigure.validation;

import java.util.Set;

import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.autoconfigure.settings.FieldCodes;
import io.github.faultbook.pipeline.ErrorMessages;
import io.github.faultbook.pipeline.ErrorTexts;

import org.springframework.context.MessageSource;

/**
 * Creates readers for an application without configuration.
 */
final class PlainReader {

	private PlainReader() {
	}

	static ViolationReader of(ClientNames names, MessageSource messages) {
		ErrorTexts texts = new ErrorTexts(ErrorMessages.NONE);
		ViolationMessages violationMessages = new ViolationMessages(messages, texts, false);
		return new ViolationReader(names, violationMessages, new MessageTranslations(violationMessages, null, Set.of()),
				new ViolationDetails(FieldCodes.NONE, new FaultbookProperties.Validation()),
				new InputViolations(texts, Set.of()), 100);
	}

}
