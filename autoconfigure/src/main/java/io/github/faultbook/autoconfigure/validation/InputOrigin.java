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

import io.github.faultbook.Violation.In;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/**
 * The location of a value in a request.
 *
 * @param in the part of the request
 * @param name the name of the value in that part, or {@code null} if it is the whole body
 * or form
 * @param json whether the properties of the value have their JSON names rather than their
 * form names
 * @param type the declared type of the value, or {@code null} if unknown
 * @param order the position of the value among others
 */
record InputOrigin(In in, @Nullable String name, boolean json, @Nullable JavaType type, Integer order) {

}
