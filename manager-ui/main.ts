import '#ui-kit/words/manager.ts'
import './manager-app.ts'
