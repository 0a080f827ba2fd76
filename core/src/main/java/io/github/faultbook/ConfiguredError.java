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

package io.github.faultbook;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the catalog that comes from the configuration: a new one, or a declared one
 * with other texts or another code.
 *
 * @param place the property, for findings
 * @param code the code clients see: letters, digits, dots, hyphens and underscores
 * @param definition the whole definition
 * @param original the entry that is replaced, or {@code null} if this one is new
 */
public record ConfiguredError(String place, String code, ErrorDefinition definition,
		@Nullable ErrorCode original) implements ErrorCode {

	@Override
	public String name() {
		return (this.original != null) ? this.original.name()
				: this.code.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
	}

	@Override
	public ErrorCode declared() {
		return Objects.requireNonNullElse(this.original, this);
	}

}
