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

package io.github.faultbook.pipeline;

import java.util.List;
import java.util.Map;

/**
 * The answer to a failed request, ready to be sent by any HTTP stack.
 *
 * @param status the status
 * @param headers the headers, {@code Content-Type} among them, {@code Content-Length} not
 * @param body the body; not copied, must not be changed
 * @param errorStatus the status of the error, which is another one than that of the
 * response only if the format gives all errors the same
 */
@SuppressWarnings("ArrayRecordComponent")
public record ErrorReply(int status, Map<String, List<String>> headers, byte[] body, int errorStatus) {

}
